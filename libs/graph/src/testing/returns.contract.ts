import { DAY } from '@kithline/touchpoints';
import type { ReturnQuestion, Window } from '../questions/returns.ts';
import type { Draft } from './drafts.ts';
import * as fact from './facts.ts';
import type { Stage } from './stage.ts';

const at = (days: number): number => Math.round(days * DAY);

/** METRICS C17, retention set: returns in days, and how long each person was observed. */
const people: Record<string, { returns: number[]; through: number }> = {
  p1: { returns: [1, 8, 15, 29], through: 40 },
  p2: { returns: [], through: 40 },
  p3: { returns: [6.99, 7.0, 35], through: 40 },
  p4: { returns: [14], through: 20 },
  p5: { returns: [3, 30.0], through: 31 },
  p6: { returns: [29.9], through: 40 },
  p7: { returns: [2], through: 9 },
  p8: { returns: [31, 60, 91], through: 100 },
};

/** Everybody granted consent and joined as long before V, day 100, as they were observed. */
const retentionSet = (extra: readonly Draft[] = []): readonly Draft[] => [
  ...Object.entries(people).flatMap(([person, { returns, through }]) => [
    fact.granted(person, at(100 - through)),
    fact.joined(person, at(100 - through)),
    ...returns.map((day) => fact.touched(person, at(100 - through + day), 'drop-in')),
  ]),
  ...extra,
];

const question = (windows: ReturnQuestion['windows']): ReturnQuestion => ({
  validAt: at(100),
  purposes: ['outcome_stats'],
  start: { type: 'MemberJoined' },
  returns: [{ type: 'TouchpointRecorded' }],
  entry: 'first',
  unit: 'person',
  cohorts: { elapsed: 1000 * DAY },
  windows,
});

const window = (from: number, to: number | null, observe: [number, number], more: Partial<Window> = {}): Window => ({
  from: at(from),
  to: to === null ? null : at(to),
  closed: false,
  observe: [at(observe[0]), at(observe[1])],
  ...more,
});
const weeks = (count: number, make = (from: number) => window(from, from + 7, [from, from + 7])): Window[] =>
  Array.from({ length: count }, (_, k) => make(k * 7));

/** METRICS C1 to C4: who came back, by window. */
export function countsReturns(stage: Stage): void {
  const ask = async (facts: readonly Draft[], more: Partial<ReturnQuestion>) =>
    (await stage(facts)).returns({ ...question([window(0, 7, [0, 7])]), ...more });
  /** The cells of all cohorts together, as "returned/mature". */
  const shares = async (windows: ReturnQuestion['windows'], facts = retentionSet()): Promise<string[]> => {
    const { cohorts } = await ask(facts, { windows });
    const width = Math.max(...cohorts.map(({ cells }) => cells.length));
    return Array.from({ length: width }, (_, j) => {
      const cells = cohorts.map((cohort) => cohort.cells[j]!);
      return `${cells.reduce((sum, cell) => sum + cell.returned, 0)}/${cells.reduce((sum, cell) => sum + cell.mature, 0)}`;
    });
  };

  it('counts those of the golden retention set, bounded', async () =>
    expect(await shares(weeks(6))).toEqual(['4/8', '2/7', '1/6', '0/6', '3/5', '0/1']));

  it('counts those of the golden retention set, rolling to V', async () =>
    expect(await shares(weeks(6, (from) => window(from, null, [from, from])))).toEqual(['7/8', '6/8', '6/7', '5/6', '5/6', '2/5']));

  it('counts those of the golden retention set, rolling to a fixed horizon', async () =>
    expect(await shares(weeks(6, (from) => window(from, 35, [0, 35], { closed: true })))).toEqual([
      '4/5',
      '4/5',
      '4/5',
      '4/5',
      '4/5',
      '1/5',
    ]));

  it('counts those of the golden set for 30 days and for day 90', async () => {
    expect(await shares([window(0, 30, [0, 30], { closed: true })])).toEqual(['4/6']);
    expect(await shares([window(23, 37, [23, 37])])).toEqual(['4/5']);
    expect(await shares([window(30, null, [30, 30])])).toEqual(['3/6']);
    expect(await shares([window(83, 97, [83, 97])])).toEqual(['1/1']);
  });

  it('goes on for as long as a window is over for somebody when their number is not given, or as long as it may', async () => {
    expect(await shares({ first: window(0, 7, [0, 7]), step: at(7) })).toHaveLength(14);
    expect(await shares({ first: window(0, 7, [0, 7]), step: at(7), most: 3 })).toHaveLength(3);
    expect(await shares({ first: window(0, 200, [0, 200]), step: at(200) })).toEqual(['0/0']);
  });

  it('leaves out, as censored, who died before the window’s end', async () => {
    const died = fact.left('p1', at(60 + 10), 'died');
    const { cohorts } = await ask(retentionSet([died]), { windows: weeks(2) });
    const censored = cohorts.flatMap((cohort) => cohort.cells.map((cell) => cell.censored));
    expect(censored.reduce((sum, each) => sum + each, 0)).toBe(1);
  });

  it('leaves out of every window that overlaps a gap in consent, and only of those', async () => {
    const gap = [fact.withdrawn('p8', at(10)), fact.granted('p8', at(20))];
    expect(await shares(weeks(4), retentionSet(gap))).toEqual(['4/8', '2/6', '1/5', '0/6']);
  });

  it('does not leave out of the period that holds the start for a gap that was over before the start', async () => {
    const gap = [fact.withdrawn('p1', at(58)), fact.granted('p1', at(59))];
    const around = { from: 0, to: 1, closed: false, observe: [0, 1] } as const;
    const { cohorts } = await ask(retentionSet(gap), { windows: [around], calendar: new Map([[null, Float64Array.of(0, at(100))]]) });
    expect(cohorts.flatMap(({ cells }) => cells.map(({ mature, censored }) => [mature, censored]))).toEqual([
      [7, 0],
      [1, 0],
    ]);
  });

  it('goes by consent for the community where somebody came back, not where they began', async () => {
    const onlyNorth = [
      fact.granted('p9', 0, { community: 'north' }),
      fact.joined('p9', 0),
      { ...fact.touched('p9', at(1)), community: 'south' },
      fact.touched('p9', at(8)),
    ] as Draft[];
    expect(await shares(weeks(2), retentionSet(onlyNorth))).toEqual(['4/9', '3/8']);
  });

  it('counts who never consented beside the cohorts and nowhere else', async () => {
    const { noconsent, cohorts } = await ask(retentionSet([fact.joined('p9', 0)]), {});
    expect([noconsent, cohorts.reduce((sum, { units }) => sum + units, 0)]).toEqual([[{ group: null, masked: false, units: 1 }], 8]);
  });

  it('lists the very persons it counts', async () => {
    const { cohorts } = await ask(retentionSet(), { windows: weeks(6), list: true });
    const listed = weeks(6).map((_, week) => cohorts.flatMap(({ cells }) => cells[week]?.persons ?? []).sort());
    expect(listed.map((persons) => persons.join(' '))).toEqual(['p1 p3 p5 p7', 'p1 p3', 'p1', '', 'p1 p6 p8', '']);
    for (const { cells } of cohorts) for (const { returned, persons } of cells) expect(persons).toHaveLength(returned);
  });

  it('tells who left or came back but never joined as members of unknown start', async () =>
    expect((await ask(retentionSet([fact.left('p9', at(5))]), {})).unknownStart).toBe(1));
}
