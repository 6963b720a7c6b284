import { DAY } from '@kithline/touchpoints';
import type { GraphFact } from '../../graph-fact.ts';
import type { Naming } from '../../naming.ts';
import type { ReturnQuestion, Window } from '../../questions/returns.ts';
import { Derived } from '../derived.ts';
import { Journal } from '../journal.ts';
import { returns } from './returns.ts';

const everybodyNamed: Naming = { of: () => 'named' };
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
const validAt = at(100);

/** Everybody joined as long before V as they were observed. */
function retentionSet(extra: readonly Readonly<Record<string, unknown>>[] = []): Derived {
  const journal = new Journal();
  const facts: Record<string, unknown>[] = [];
  for (const [person, { returns: days, through }] of Object.entries(people)) {
    const joined = 100 - through;
    facts.push({ type: 'ConsentGranted', person, purposes: -1, at: at(joined) });
    facts.push({ type: 'MemberJoined', person, community: 'north', at: at(joined) });
    for (const day of days) facts.push({ type: 'TouchpointRecorded', person, community: 'north', kind: 'drop-in', at: at(joined + day) });
  }
  [...facts, ...extra].forEach((fact, i) => journal.record({ source: 's', ...fact, position: i + 1 } as unknown as GraphFact));
  return new Derived(journal);
}

const question = (windows: ReturnQuestion['windows']): ReturnQuestion => ({
  validAt,
  purposes: ['outcome_stats'],
  start: { type: 'MemberJoined' },
  returns: [{ type: 'TouchpointRecorded' }],
  entry: 'first',
  unit: 'person',
  cohorts: { elapsed: 1000 * DAY },
  windows,
});

/** The cells of all cohorts together, as "returned/mature". */
function shares(windows: ReturnQuestion['windows'], derived = retentionSet()): string[] {
  const { cohorts } = returns(derived, question(windows), everybodyNamed);
  const width = Math.max(...cohorts.map(({ cells }) => cells.length));
  return Array.from({ length: width }, (_, j) => {
    const cells = cohorts.map((cohort) => cohort.cells[j]!);
    return `${cells.reduce((sum, cell) => sum + cell.returned, 0)}/${cells.reduce((sum, cell) => sum + cell.mature, 0)}`;
  });
}

const window = (from: number, to: number | null, observe: [number, number], more: Partial<Window> = {}): Window => ({
  from: at(from),
  to: to === null ? null : at(to),
  closed: false,
  observe: [at(observe[0]), at(observe[1])],
  ...more,
});
const weeks = (count: number, make: (from: number) => Window): Window[] => Array.from({ length: count }, (_, k) => make(k * 7));

describe('Returns by window', () => {
  it('are those of the golden retention set when bounded', () =>
    expect(shares(weeks(6, (from) => window(from, from + 7, [from, from + 7])))).toEqual(['4/8', '2/7', '1/6', '0/6', '3/5', '0/1']));

  it('are those of the golden retention set when rolling to V', () =>
    expect(shares(weeks(6, (from) => window(from, null, [from, from])))).toEqual(['7/8', '6/8', '6/7', '5/6', '5/6', '2/5']));

  it('are those of the golden retention set when rolling to a fixed horizon', () =>
    expect(shares(weeks(6, (from) => window(from, 35, [0, 35], { closed: true })))).toEqual(['4/5', '4/5', '4/5', '4/5', '4/5', '1/5']));

  it('are those of the golden set for 30 days and for day 90', () =>
    expect([
      ...shares([window(0, 30, [0, 30], { closed: true })]),
      ...shares([window(23, 37, [23, 37])]),
      ...shares([window(30, null, [30, 30])]),
      ...shares([window(83, 97, [83, 97])]),
    ]).toEqual(['4/6', '4/5', '3/6', '1/1']));

  it('go on for as long as a window is over for somebody when their number is not given', () =>
    expect(shares({ first: window(0, 7, [0, 7]), step: at(7) })).toHaveLength(14));

  it('are no more than may be', () => expect(shares({ first: window(0, 7, [0, 7]), step: at(7), most: 3 })).toHaveLength(3));

  it('leave out, as censored, who died before the window’s end', () => {
    const died = { type: 'MemberLeft', person: 'p1', community: 'north', reason: 'died', at: at(60 + 10) };
    const { cohorts } = returns(
      retentionSet([died]),
      question(weeks(2, (from) => window(from, from + 7, [from, from + 7]))),
      everybodyNamed,
    );
    const cells = cohorts.flatMap((cohort) => cohort.cells.map((cell) => cell.censored));
    expect(cells.reduce((sum, censored) => sum + censored, 0)).toBe(1);
  });

  it('leave every window that overlaps a gap in consent, and only those', () => {
    const gap = [
      { type: 'ConsentWithdrawn', person: 'p8', purposes: -1, erase: false, at: at(10) },
      { type: 'ConsentGranted', person: 'p8', purposes: -1, at: at(20) },
    ];
    const windows = weeks(4, (from) => window(from, from + 7, [from, from + 7]));
    expect(shares(windows, retentionSet(gap))).toEqual(['4/8', '2/6', '1/5', '0/6']);
  });

  it('do not leave the period that holds the start by a gap that was over before the start', () => {
    const gap = [
      { type: 'ConsentWithdrawn', person: 'p1', purposes: -1, erase: false, at: at(58) },
      { type: 'ConsentGranted', person: 'p1', purposes: -1, at: at(59) },
    ];
    const around = { from: 0, to: 1, closed: false, observe: [0, 1] } as const;
    const periods = new Map([[null, Float64Array.of(0, at(100))]]);
    const asked = { ...question([around]), calendar: periods };
    const { cohorts } = returns(retentionSet(gap), asked, everybodyNamed);
    expect(cohorts.flatMap(({ cells }) => cells.map(({ mature, censored }) => [mature, censored]))).toEqual([
      [7, 0],
      [1, 0],
    ]);
  });

  it('are covered by consent for the community where they happened, not where the unit began', () => {
    const onlyNorth = [
      { type: 'ConsentGranted', person: 'p9', purposes: -1, community: 'north', at: 0 },
      { type: 'MemberJoined', person: 'p9', community: 'north', at: 0 },
      { type: 'TouchpointRecorded', person: 'p9', community: 'south', kind: 'drop-in', at: at(1) },
      { type: 'TouchpointRecorded', person: 'p9', community: 'north', kind: 'drop-in', at: at(8) },
    ];
    const windows = weeks(2, (from) => window(from, from + 7, [from, from + 7]));
    expect(shares(windows, retentionSet(onlyNorth))).toEqual(['4/9', '3/8']);
  });

  it('have the first window though it is over for nobody', () =>
    expect(shares({ first: window(0, 200, [0, 200]), step: at(200) })).toEqual(['0/0']));

  it('count who never consented beside the cohorts and nowhere else', () => {
    const stranger = { type: 'MemberJoined', person: 'p9', community: 'north', at: 0 };
    const { noconsent, cohorts } = returns(retentionSet([stranger]), question([window(0, 7, [0, 7])]), everybodyNamed);
    expect([noconsent, cohorts.reduce((sum, { units }) => sum + units, 0)]).toEqual([[{ group: null, masked: false, units: 1 }], 8]);
  });

  it('list the very persons they count', () => {
    const asked = { ...question(weeks(6, (from) => window(from, from + 7, [from, from + 7]))), list: true };
    for (const { cells } of returns(retentionSet(), asked, everybodyNamed).cohorts) {
      for (const { returned, persons } of cells) expect(persons).toHaveLength(returned);
    }
  });
});
