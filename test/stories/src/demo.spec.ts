import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { demoEvents, demoValidAt } from '@kithline/examples';
import type { Answer } from '@kithline/metrics';
import { aFolder, kithline } from './kithline.ts';

const { folder, remove } = aFolder();
type Figures = Readonly<Record<string, unknown>>;

const ask = async (question: string): Promise<Answer> => {
  const { code, out, err } = await kithline([...question.split(' '), '--valid-at', demoValidAt, '--json'], { cwd: folder });
  if (code !== 0) throw new Error(`kithline ${question} ended with ${code}: ${err}`);
  return JSON.parse(out) as Answer;
};
const groupsOf = async (question: string, ...fields: string[]): Promise<unknown> =>
  Object.fromEntries((await ask(question)).groups.map((group) => [group.group, fields.map((field) => group[field])]));

/** The figures of an answer: what a policy may hide, of the whole and of its groups. */
const figuresOf = ({ rows: _rows, notes: _notes, disclosure: _disclosure, policyVersion: _version, ...top }: Answer): Figures => ({
  ...top,
  groups: top.groups.map(({ policyVersion: _policy, ...group }) => group),
});

beforeAll(async () => {
  writeFileSync(
    join(folder, 'demo.ndjson'),
    demoEvents()
      .map((event) => `${JSON.stringify(event)}\n`)
      .join(''),
  );
  const { code, err } = await kithline(['import', 'demo.ndjson', '--strict'], { cwd: folder });
  if (code !== 0) throw new Error(err);
  await ask('conversion'); // leaves a snapshot for the questions below
});
afterAll(remove);

describe('The demo network, imported and asked as of its last day,', () => {
  it('has 38 of 100 attendees scheduled within thirty days in each community, 114 of 300 together', async () => {
    const answer = await ask('conversion --by community');
    expect([answer.k, answer.n, answer.value]).toEqual([114, 300, 0.38]);
    expect(answer.groups.map(({ group, k, n, value }) => [group, k, n, value])).toEqual([
      ['harbour', 38, 100, 0.38],
      ['linden', 38, 100, 0.38],
      ['millyard', 38, 100, 0.38],
    ]);
  });

  it('has 28 % more scheduled where people were introduced: 64 of 150 against 50 of 150', async () => {
    const { groups, comparison, notes } = await ask('conversion --by pathway --compare introduced,directory');
    expect(groups.map(({ group, k, n }) => [group, k, n])).toEqual([
      ['directory', 50, 150],
      ['introduced', 64, 150],
    ]);
    expect(comparison?.relative).toBeCloseTo(0.28, 12);
    expect(comparison?.difference).toBeCloseTo(14 / 150, 12);
    expect(notes).toContain('not_randomised');
    // Newcombe's hybrid of the two Wilson intervals, worked out apart
    expect(comparison?.lower).toBeCloseTo(-0.016362821904, 9);
    expect(comparison?.upper).toBeCloseTo(0.199934857426, 9);
  });

  it('has the first session 18 % sooner: half after 41 days where introduced, after 50 where not', async () => {
    const { groups, comparison } = await ask('latency --by pathway --compare introduced,directory');
    expect(groups.map(({ group, median }) => [group, median])).toEqual([
      ['directory', 50],
      ['introduced', 41],
    ]);
    expect(comparison?.sooner).toBeCloseTo(0.18, 12);
    expect(comparison).toMatchObject({ basis: 'median', draws: 2000, seed: 20260101 });
    expect(comparison?.sooner_lower as number).toBeLessThan(0.18);
    expect(comparison?.sooner_upper as number).toBeGreaterThan(0.18);
  });

  it.each([
    ['introduced', 41],
    ['directory', 50],
  ])('has at least 25 of those who came by way of %s at risk after their median', async (group, median) => {
    const { rows } = await ask('latency --variant km --by pathway --disclosure none');
    const next = rows.find((row) => row.group === group && (row.time as number) > median);
    expect(next?.at_risk).toBeGreaterThanOrEqual(25);
  });

  it.each(['', ' --by community', ' --by pathway'])('has a median change of PHQ-9 of minus 5 a week after%s', async (by) => {
    const { groups, median } = await ask(`outcome-change --instrument PHQ-9${by}`);
    expect([median, ...groups.map((group) => group.median)]).toEqual(Array.from({ length: groups.length + 1 }, () => -5));
  });

  it('has monthly cohorts of a hundred', async () =>
    expect(await groupsOf('retention --period month --periods 1 --by cohort', 'n')).toEqual({
      '2026-02': [100],
      '2026-03': [100],
      '2026-04': [100],
    }));

  it.each([
    'conversion',
    'conversion --by community',
    'conversion --by pathway',
    'conversion --by cohort',
    'conversion --variant first-session --by community',
    'conversion --variant first-session --by pathway',
    'latency',
    'latency --by community',
    'latency --by pathway',
    'outcome-change --instrument PHQ-9',
    'outcome-change --instrument PHQ-9 --by community',
    'outcome-change --instrument PHQ-9 --by pathway',
    're-engagement --by community',
    're-engagement --horizon 90d --by pathway',
    're-referral --reading return',
    're-referral --reading referrer',
    're-referral --reading client',
    're-referral --reading share',
    're-referral --reading onward',
  ])('hides nothing of %s from the public', async (question) => {
    const [shown, all] = await Promise.all(['public', 'none'].map((policy) => ask(`${question} --disclosure ${policy}`).then(figuresOf)));
    expect(shown).toEqual(all);
    expect(shown?.['suppressed']).toBe(false);
  });

  it('hides the tail of the retention table from the public, and only that', async () => {
    const shown = await ask('retention --disclosure public');
    const all = await ask('retention --disclosure none');
    const tail = shown.rows.filter(({ suppressed }) => suppressed === true).map(({ period }) => period);
    expect(tail).toEqual([35, 36, 37]);
    expect(shown.rows.filter(({ period }) => (period as number) < 35)).toEqual(all.rows.filter(({ period }) => (period as number) < 35));
    expect([shown.period, shown.suppressed, shown.k, shown.n]).toEqual([34, false, 12, 100]);
    expect(all.rows.filter(({ period }) => tail.includes(period)).map(({ k, n }) => [k, n])).toEqual([
      [9, 75],
      [6, 50],
      [3, 25],
    ]);
  });

  it('knows less before the paper sheet of one evening came in', async () => {
    const { rows } = await ask('events --type CheckedIn --disclosure none');
    const sheet = rows.filter(({ subject }) => subject === 'engagement/evening-05').map(({ position }) => position as number);
    const before = await ask(`conversion --known-at ${Math.min(...sheet) - 1} --disclosure none`);
    const after = await ask(`conversion --known-at ${Math.max(...sheet)} --disclosure none`);
    expect((after.n as number) + (after.n_immature as number) - (before.n as number) - (before.n_immature as number)).toBe(25);
  });

  it('has chains of introductions four hops deep, and names those who are on them', async () => {
    const { rows } = await ask('introduced --all --disclosure none');
    expect(Math.max(...rows.map(({ depth }) => depth as number))).toBeGreaterThanOrEqual(4);
    expect(rows.filter(({ masked }) => masked)).toEqual([]);
  });

  it('breaks no rule of the deciders that facts from elsewhere may break', async () => {
    const { out } = await kithline(['status', '--json'], { cwd: folder });
    expect(JSON.parse(out)).toMatchObject({ breaches: {} });
  });
});

describe('The command demo', () => {
  it('shows the same figures', async () => {
    const { out } = await kithline(['demo', '--data', 'demo-data', '--json'], { cwd: folder });
    const { answers } = JSON.parse(out) as { answers: { answer: Answer }[] };
    const of = (question: string): readonly Answer[] =>
      answers.map(({ answer }) => answer).filter((answer) => answer.question === question);
    expect(of('conversion').map(({ k, n }) => [k, n])).toContainEqual([114, 300]);
    expect(of('outcome-change')[0]?.median).toBe(-5);
    expect(of('latency')[0]?.comparison?.sooner).toBeCloseTo(0.18, 12);
    expect(new Set(answers.map(({ answer }) => answer.V))).toEqual(new Set([demoValidAt]));
    expect(answers.every(({ answer }) => answer.disclosure === 'none' && answer.notes.includes('not_for_publication'))).toBe(true);
  });
});
