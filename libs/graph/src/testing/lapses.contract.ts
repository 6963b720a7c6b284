import { DAY } from '@kithline/touchpoints';
import type { LapseQuestion } from '../questions/durations.ts';
import { covered, type Draft, on } from './drafts.ts';
import * as fact from './facts.ts';
import type { Stage } from './stage.ts';

const { joined, touched } = fact;
const question: LapseQuestion = {
  validAt: on(100),
  purposes: ['outcome_stats'],
  start: { type: 'MemberJoined' },
  returns: [{ type: 'TouchpointRecorded' }],
  entry: 'first',
  unit: 'person',
  lapse: 30 * DAY,
};

/** METRICS C3, retention as survival. */
export function measuresLapses(stage: Stage): void {
  const ask = async (facts: readonly Draft[], more: Partial<LapseQuestion> = {}) => (await stage(facts)).lapses({ ...question, ...more });
  /** Each unit as `days:outcome` (0 still engaged when observation ended, 1 lapsed). */
  const unitsOf = async (facts: readonly Draft[], more: Partial<LapseQuestion> = {}) => {
    const { exit, outcome } = await ask(covered(...facts), more);
    return [...exit].map((at, i) => `${at / DAY}:${outcome[i]}`);
  };
  const ana = (...days: number[]): Draft[] => [joined('ana', on(0)), ...days.map((day) => touched('ana', on(day)))];

  //  joined 0 ─ 10 ─ 35 ········ 70      V at day 100
  it('runs to the last engagement before the first gap, though they came back after it', async () => {
    expect(await unitsOf(ana(10, 35, 70))).toEqual(['35:1']);
    expect(await unitsOf(ana(10, 40))).toEqual(['10:1']);
    expect(await unitsOf(ana(10, 39.99))).toEqual(['39.99:1']);
    expect(await unitsOf(ana())).toEqual(['0:1']);
  });

  it('is censored at the last engagement of who has not been away that long by V', async () => {
    expect(await unitsOf(ana(20, 45, 71))).toEqual(['71:0']);
    expect(await unitsOf(ana(20, 45, 70))).toEqual(['70:1']);
    expect(await unitsOf(ana(20, 45, 70), { validAt: on(69) })).toEqual(['45:0']);
    expect(await unitsOf(ana(20, 45, 70), { lapse: 31 * DAY })).toEqual(['70:0']);
  });

  it('is censored where somebody withdrew, died or moved away before they had lapsed', async () => {
    expect(await unitsOf([...ana(20), fact.withdrawn('ana', on(40))])).toEqual(['20:0']);
    expect(await unitsOf([...ana(20), fact.left('ana', on(49), 'died')])).toEqual(['20:0']);
    expect(await unitsOf([...ana(20), fact.left('ana', on(50), 'moved_away')])).toEqual(['20:1']);
  });

  it('has a unit for every spell where asked, and for every start of the kind where that is asked', async () => {
    const back: Draft = { type: 'MemberRejoined', at: on(60), person: 'ana', community: 'north' };
    const twice = [...ana(10), fact.left('ana', on(12), 'other'), back, touched('ana', on(65))];
    expect(await unitsOf(twice)).toEqual(['10:1']);
    expect(await unitsOf(twice, { unit: 'spell' })).toHaveLength(2);
    const workshop = [...ana(), touched('ana', on(3), 'drop-in'), touched('ana', on(5), 'workshop'), touched('ana', on(9), 'drop-in')];
    const byTouch = { start: { type: 'TouchpointRecorded', kind: 'workshop' }, entry: 'first-matching' } as const;
    expect(await unitsOf(workshop, byTouch)).toEqual(['4:1']);
    expect(await unitsOf(workshop, { ...byTouch, entry: 'first' })).toEqual([]);
  });

  it('leaves out and counts by group who never consented', async () => {
    const two = [joined('ana', on(0)), { ...joined('bea', on(1)), community: 'south' } as Draft, fact.granted('bea', on(0))];
    const { exit, groups } = await ask(two, { by: 'community' });
    expect([exit.length, groups.map(({ group, noconsent }) => [group, noconsent]).sort()]).toEqual([
      1,
      [
        ['north', 1],
        ['south', 0],
      ],
    ]);
  });

  it('tells cohorts apart where asked, and whose units they are', async () => {
    const facts = covered(joined('cyd', on(8)), joined('ana', on(0)), joined('bea', on(7)));
    const { groups, group, person, clustered } = await ask(facts, { cohorts: { elapsed: 7 * DAY }, clustered: true });
    const cohorts = [...group].map((i) => groups[i]!.cohort!.start);
    expect(new Set([...person].map((number, i) => `${number}:${cohorts[i]}`))).toEqual(new Set([`0:${on(0)}`, `1:${on(7)}`, `2:${on(7)}`]));
    expect(clustered).toBe(false);
  });

  it('knows nothing of who was erased, and two ids found to be one person as one', async () => {
    expect(await unitsOf([...ana(10), fact.erased('ana', on(90))])).toEqual([]);
    const two = [...ana(10), joined('anna', on(2)), touched('anna', on(30))];
    expect((await unitsOf(two)).sort()).toEqual(['10:1', '28:1']);
    expect(await unitsOf([...two, fact.merged('ana', 'anna', on(90))])).toEqual(['30:1']);
  });
}
