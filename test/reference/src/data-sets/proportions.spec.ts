import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { cloudEvents, touchpoint, type Told } from './cloud-events.ts';
import { differences, SURVIVAL } from './differences.ts';
import { Network } from './network.ts';
import { describeReference } from './reference-data.ts';

/** An interval as it was published, to four decimals, and as the reference computed it. */
type Interval = Readonly<{ ci: readonly [number, number]; recomputed: readonly [number, number] }>;
type One = Interval & Readonly<{ x: number; n: number }>;
type Two = Interval & Readonly<{ x1: number; n1: number; x2: number; n2: number }>;
type Expected = Readonly<{
  newcombe_1998_one_sample_wilson_published: readonly One[];
  newcombe_1998_difference_method10_published: readonly Two[];
}>;
type Arm = Readonly<{ name: string; x: number; n: number }>;

describeReference('proportions_reference', ({ expected }) => {
  const { newcombe_1998_one_sample_wilson_published: ones, newcombe_1998_difference_method10_published: twos } = expected as Expected;
  const singles = ones.map((one, i) => ({ ...one, arm: `single-${i}` }));
  const pairs = twos.map((two, i) => ({ ...two, one: `pair-${i}.1`, other: `pair-${i}.2` }));
  const arms: Arm[] = [
    ...singles.map(({ arm: name, x, n }) => ({ name, x, n })),
    ...pairs.flatMap(({ one, other, x1, n1, x2, n2 }) => [
      { name: one, x: x1, n: n1 },
      { name: other, x: x2, n: n2 },
    ]),
  ];
  const network = new Network();
  const asked = 'retention --return TouchpointRecorded:success --period 1d --periods 1';
  beforeAll(() => network.importEvents(eventsOf(arms)));
  afterAll(() => network.forget());

  it.each(singles)('has the Wilson interval of $x of $n', async ({ arm, x, n, recomputed: [lower, upper], ci }) => {
    const found = await network.ask(`${asked} --community ${arm}`);
    expect(differences(found, { k: x, n, value: x / n, lower, upper }, SURVIVAL)).toEqual([]);
    expect([found.lower, found.upper].map((limit) => Number(limit).toFixed(4))).toEqual(ci.map((limit) => limit.toFixed(4)));
  });

  it.each(pairs)(
    'has the Newcombe interval of $x1 of $n1 less $x2 of $n2',
    async ({ one, other, x1, n1, x2, n2, recomputed: [lower, upper] }) => {
      const { comparison } = await network.ask(`${asked} --community ${one},${other} --by community --compare ${one},${other}`);
      expect(differences(comparison, { difference: x1 / n1 - x2 / n2, lower, upper }, SURVIVAL)).toEqual([]);
    },
  );
});

/** In each arm `n` members who joined at midnight; `x` of them come back at noon. */
const eventsOf = (arms: readonly Arm[]): object[] => cloudEvents('urn:kithline:reference:proportions', arms.flatMap(membersOf));

function membersOf({ name, x, n }: Arm, arm: number): Told[] {
  const ids = Array.from({ length: n }, (_, i) => `${name}.${i}`);
  const joined = ids.map((personId): Told => ({
    id: `joined-${personId}`,
    type: 'MemberJoined',
    subject: `member/${personId}`,
    time: '2026-01-01T00:00:00Z',
    data: { personId, communityId: name },
  }));
  const back = ids
    .slice(0, x)
    .map((personId, i) => touchpoint(arm * 1000 + i, '2026-01-01T12:00:00Z', { personId, communityId: name, kind: 'success' }));
  return [...joined, ...back];
}
