import type { Naming } from '../../naming.ts';
import type { ReturnCohort, ReturnCounts, ReturnQuestion, Window } from '../../questions/returns.ts';
import type { Derived } from '../derived.ts';
import { ReturnUnits } from './return-units.ts';
import { Tally } from './tally.ts';
import { Weigher } from './weigher.ts';
import { Bounds, windowAt } from './window-bounds.ts';

/** Cohort retention and re-engagement: every unit against every window (METRICS C1 to C4). */
export function returns(derived: Derived, question: ReturnQuestion, naming: Naming): ReturnCounts {
  const units = new ReturnUnits(derived, question, naming);
  const bounds = new Bounds(derived, question.calendar);
  const windows = windowsOf(question, units, bounds);
  const tally = new Tally(units.cohorts.length, windows.length, question.list === true);
  const weigher = new Weigher(windows, { units, bounds, tally });
  for (let unit = 0; unit < units.count; unit++) weigher.weigh(unit);
  const cohorts: ReturnCohort[] = units.cohorts.map((key, cohort) => ({
    ...key,
    units: tally.units[cohort]!,
    cells: tally.cells(cohort, (person) => units.nameOf(person)),
  }));
  return { cohorts, noconsent: units.noconsent(), unknownStart: units.unknownStart };
}

/** The windows asked for; when their number was not given, as many as are over at V for some unit, and the first in any case. */
function windowsOf({ windows, validAt }: ReturnQuestion, units: ReturnUnits, bounds: Bounds): readonly Window[] {
  if (!('first' in windows)) return windows;
  const { first, step, most = Infinity } = windows;
  const over = first.observe[1];
  let count = 1;
  for (let unit = 0; unit < units.count; unit++) {
    bounds.set(units.start(unit), units.community(unit));
    while (count < most && bounds.at(over + count * step) <= validAt) count++;
  }
  return Array.from({ length: count }, (_, j) => windowAt(windows, j)!);
}
