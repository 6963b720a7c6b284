import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { differences, SURVIVAL } from './differences.ts';
import { Network } from './network.ts';
import { describeReference } from './reference-data.ts';

type Arms = Readonly<{
  x1: number;
  n1: number;
  x2: number;
  n2: number;
  p1: number;
  p2: number;
  diff_p1_minus_p2: number;
  ci95_wilson: Readonly<Record<'arm1' | 'arm2', readonly [number, number]>>;
  diff_ci95_newcomb: readonly [number, number];
}>;
type Daily = Readonly<Record<'control' | 'experimental', Readonly<Record<string, number>>>>;
type Expected = Readonly<{
  rows: number;
  exact_duplicate_rows: number;
  unique_users: number;
  deduplicated: Arms;
  daily_cumulative_subscriptions: Daily;
}>;

/** Who subscribed at once: 1 and 2 are the control and the experimental arm. */
const subscribed = 'retention --start TouchpointRecorded --return ReferralMade --by community --period 1d --periods 1';

describeReference('webpage_redesign_ab', ({ file, expected }) => {
  const {
    rows,
    exact_duplicate_rows: duplicates,
    unique_users: users,
    deduplicated: arms,
    daily_cumulative_subscriptions: daily,
  } = expected as Expected;
  const network = new Network();
  const delivered = () => network.import(file('raw/ab_data.csv'), 'webpage_redesign_ab');
  beforeAll(async () => {
    expect(await delivered()).toMatchObject({ written: users + arms.x1 + arms.x2, known: duplicates });
    expect(users + duplicates).toBe(rows);
  });
  afterAll(() => network.forget());

  it('has 474 people, and a second delivery of the file adds nobody', async () => {
    expect(await delivered()).toMatchObject({ written: 0, declared: 0 });
    expect(await network.ask(subscribed)).toMatchObject({ n: users });
  });

  it('has the shares of the two arms and their difference with the intervals of the reference', async () => {
    const { groups, comparison } = await network.ask(`${subscribed} --compare control,experimental`);
    const shares = ([1, 2] as const).map((arm) => {
      const [lower, upper] = arms.ci95_wilson[`arm${arm}`];
      return {
        group: arm === 1 ? 'control' : 'experimental',
        k: arms[`x${arm}`],
        n: arms[`n${arm}`],
        value: arms[`p${arm}`],
        lower,
        upper,
      };
    });
    expect(differences(groups, shares, SURVIVAL)).toEqual([]);
    const [lower, upper] = arms.diff_ci95_newcomb;
    expect(differences(comparison, { difference: arms.diff_p1_minus_p2, lower, upper }, SURVIVAL)).toEqual([]);
  });

  it.each(['2021-01-05', '2021-01-12', '2021-01-19'])('has the subscriptions up to the end of %s when asked as of then', async (day) => {
    const { groups } = await network.ask(`${subscribed} --variant rolling.reached --valid-at ${day}T23:59:59.999Z`);
    expect(Object.fromEntries(groups.map(({ group, k }) => [group, k]))).toEqual({
      control: daily.control[day],
      experimental: daily.experimental[day],
    });
  });
});
