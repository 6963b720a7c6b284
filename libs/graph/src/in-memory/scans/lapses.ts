import type { Naming } from '../../naming.ts';
import { CENSORED, type DurationGroup, type Durations, HAPPENED, type LapseQuestion } from '../../questions/durations.ts';
import type { Derived } from '../derived.ts';
import { CohortUnits } from './cohort-units.ts';
import { ReturnTimes } from './return-times.ts';
import { byteOrder, hasSeveral } from './clusters.ts';

/** Without calendars a person is one unit in all. */
const ONE_FOR_EVER = { elapsed: Number.MAX_SAFE_INTEGER };

/**
 * Retention as survival (METRICS C3): the duration runs from the start to the last engagement before the first gap of `lapse`; who has
 * not been away that long when observation ends (V, first withdrawal, death, move) is censored at their last engagement.
 */
export function lapses(derived: Derived, question: LapseQuestion, naming: Naming): Durations {
  const units = new CohortUnits(derived, { ...question, recurring: question.recurring ?? question.cohorts ?? ONE_FOR_EVER }, naming);
  const times = new ReturnTimes(derived, question, units);
  const exit = new Float64Array(units.count);
  const outcome = new Uint8Array(units.count);
  for (let unit = 0; unit < units.count; unit++) {
    const start = derived.timelines.at[units.entry[unit]!]!;
    times.load({ person: units.person[unit]!, community: units.community[unit]!, start: units.entry[unit]!, end: units.end[unit]! });
    const until = Math.min(question.validAt, times.endsAt, times.firstGap(start));
    const last = lastBeforeGap(times, start, until, question.lapse);
    exit[unit] = last - start;
    outcome[unit] = until - last < question.lapse ? CENSORED : HAPPENED;
  }
  const { groups, group } = groupsOf(units, question.cohorts !== undefined);
  return {
    groups,
    group,
    entry: new Float64Array(units.count),
    exit,
    outcome,
    person: question.clustered ? byteOrder(derived, units.person) : new Int32Array(),
    clustered: hasSeveral(units.person),
  };
}

/** The last engagement before the first gap of `lapse`, or the last one at all. */
function lastBeforeGap(times: ReturnTimes, start: number, until: number, lapse: number): number {
  let last = start;
  for (let i = 0; i < times.count; i++) {
    const at = times.times[i]!;
    if (at > until || at - last >= lapse) return last;
    last = at;
  }
  return last;
}

/** One group a group (and cohort, where asked); cohorts that were made for `recurring` alone are united. */
function groupsOf(units: CohortUnits, byCohort: boolean): { groups: DurationGroup[]; group: Int32Array } {
  const groups: DurationGroup[] = [];
  const index = new Map<string, number>();
  const noconsent = units.noconsent();
  const place = (label: Pick<DurationGroup, 'group' | 'masked' | 'cohort'>): number => {
    const key = JSON.stringify([label.group, label.masked, label.cohort]);
    const known = index.get(key);
    if (known !== undefined) return known;
    index.set(key, groups.length);
    return groups.push({ ...label, noconsent: 0, inverted: 0, noStart: 0, notAtRisk: 0 }) - 1;
  };
  const places = units.cohorts.map(({ group, masked, cohort }) => place({ group, masked, ...(byCohort ? { cohort } : {}) }));
  for (const { group, masked, units: left } of noconsent) {
    const at = place({ group, masked });
    groups[at] = { ...groups[at]!, noconsent: left };
  }
  return { groups, group: Int32Array.from(units.cohort, (cohort) => places[cohort]!) };
}
