import { lantern, lanternValidAt, millbrook, millbrookValidAt, orchard, orchardValidAt, quayside } from '@kithline/examples';
import type { Answer } from '@kithline/metrics';
import { aFolder, kithline } from './kithline.ts';

const { folder, remove } = aFolder();
const ask = async (question: string): Promise<Answer> => {
  const { code, out, err } = await kithline([...question.split(' '), '--disclosure', 'none', '--json'], { cwd: folder });
  if (code !== 0) throw new Error(`kithline ${question} ended with ${code}: ${err}`);
  return JSON.parse(out) as Answer;
};
const columns = (answer: Answer, ...names: string[]): unknown[][] => answer.rows.map((row) => names.map((name) => row[name]));

beforeAll(async () => {
  const all = { lantern, millbrook, orchard, quayside };
  await Promise.all(
    Object.entries(all).map(async ([name, events]) => {
      const input = events.map((event) => JSON.stringify(event)).join('\n');
      const { code, err } = await kithline(['import', '-', '--strict', '--data', name], { cwd: folder, input });
      if (code !== 0) throw new Error(`${name}: ${err}`);
    }),
  );
});
afterAll(remove);

describe('Quayside', () => {
  it('tells through whom dev came', async () =>
    expect(columns(await ask('chain dev --data quayside'), 'person', 'hops')).toEqual([
      ['ana', 0],
      ['ben', 1],
      ['cleo', 2],
      ['dev', 3],
    ]));

  it('keeps the place of one who does not wish to be named', async () =>
    expect(columns(await ask('chain ivo --data quayside'), 'person', 'masked')).toEqual([
      ['gus', false],
      [null, true],
      ['ivo', false],
    ]));

  it('counts whom each root brought', async () => {
    expect(columns(await ask('introduced --all --data quayside'), 'person', 'size', 'depth')).toEqual([
      ['ana', 4, 3],
      ['gus', 2, 2],
    ]);
  });

  it('finds the way down, and the way up only where edges may be walked both ways', async () => {
    expect(columns(await ask('paths ana dev --data quayside'), 'nodes')).toEqual([[['ana', 'ben', 'cleo', 'dev']]]);
    expect(columns(await ask('paths dev ana --data quayside'), 'nodes')).toEqual([]);
    expect(columns(await ask('paths dev ana --undirected --data quayside'), 'hops')).toEqual([[3]]);
    expect(columns(await ask('paths ana ivo --data quayside'), 'nodes')).toEqual([]);
  });
});

describe('Lantern', () => {
  const at = `--period 7d --return TouchpointRecorded --valid-at ${lanternValidAt} --data lantern`;

  it.each([
    [
      'bounded --periods 6',
      [
        [4, 8],
        [2, 7],
        [1, 6],
        [0, 6],
        [3, 5],
        [0, 1],
      ],
    ],
    [
      'rolling.reached --periods 6',
      [
        [7, 8],
        [6, 8],
        [6, 7],
        [5, 6],
        [5, 6],
        [2, 5],
      ],
    ],
    [
      'rolling.fixed --periods 6 --horizon 35d',
      [
        [4, 5],
        [4, 5],
        [4, 5],
        [4, 5],
        [4, 5],
        [1, 5],
      ],
    ],
  ])('comes back: %s', async (variant, expected) =>
    expect(columns(await ask(`retention --variant ${variant} ${at}`), 'k', 'n')).toEqual(expected),
  );

  it.each([
    ['within --horizon 30d', 4, 6],
    ['at --horizon 30d', 4, 5],
    ['after --horizon 30d', 3, 6],
    ['within --horizon 90d', 1, 1],
  ])('engages again: %s', async (variant, k, n) => {
    const answer = await ask(`re-engagement --variant ${variant} --valid-at ${lanternValidAt} --data lantern`);
    expect([answer.k, answer.n]).toEqual([k, n]);
  });
});

describe('Millbrook', () => {
  const at = `--horizon 30d --valid-at ${millbrookValidAt} --data millbrook`;

  it('waits 21 days in the median, closings censored', async () => {
    const answer = await ask(`latency --variant km ${at}`);
    expect([answer.q25, answer.median]).toEqual([10, 21]);
    expect(answer.rmst).toBeCloseTo(19.458083, 6);
    const survival = new Map(columns(answer, 'time', 'survival') as [number, number][]);
    expect([3, 14, 30].map((day) => survival.get(day)?.toFixed(6))).toEqual(['0.933333', '0.536250', '0.286000']);
  });

  it('has seen 63 % by day 30, and closed 15 %', async () => {
    const answer = await ask(`latency ${at}`);
    expect(answer.value).toBeCloseTo(0.629861, 6);
    expect(answer.rows.find(({ time }) => time === 30)?.cif_closed).toBeCloseTo(0.153472, 6);
  });
});

describe('Orchard', () => {
  it.each([
    ['return', orchardValidAt, 1, 2],
    ['referrer', orchardValidAt, 1, 2],
    ['client', orchardValidAt, 1, 2],
    ['onward', orchardValidAt, 1, 2],
    ['share', '2026-04-30T12:00:00Z', 1, 6],
  ])('refers again, reading %s', async (reading, validAt, k, n) => {
    const answer = await ask(`re-referral --reading ${reading} --horizon 90d --valid-at ${validAt} --data orchard`);
    expect([answer.k, answer.n]).toEqual([k, n]);
  });
});
