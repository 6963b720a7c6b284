import type { Naming } from '../../naming.ts';
import type { ReturnCohort, ReturnCounts, ReturnQuestion, Window } from '../../questions/returns.ts';
import type { Derived } from '../derived.ts';
import { ReturnUnits } from './return-units.ts';
import { Tally } from './tally.ts';
import { Bounds, windowAt } from './window-bounds.ts';

/** Cohort retention and re-engagement: every unit against every window (METRICS C1 to C4). */
export function returns(derived: Derived, question: ReturnQuestion, naming: Naming): ReturnCounts {
  const units = new ReturnUnits(derived, question, naming);
  const bounds = new Bounds(derived, question.calendar);
  const windows = windowsOf(question, units, bounds);
  const tally = new Tally(units.cohorts.length, windows.length, question.list === true);
  for (let unit = 0; unit < units.count; unit++) {
    units.load(unit);
    bounds.set(units.start(unit), units.community(unit));
    tally.unit(units.cohort[unit]!);
    for (let j = 0; j < windows.length; j++) weigh(units, bounds, windows[j]!, tally.at(units.cohort[unit]!, j, units.person[unit]!));
  }
  const cohorts: ReturnCohort[] = units.cohorts.map((key, cohort) => ({
    ...key,
    units: tally.units[cohort]!,
    cells: tally.cells(cohort, (person) => units.nameOf(person)),
  }));
  return { cohorts, noconsent: units.noconsent(), unknownStart: units.unknownStart };
}

/** The windows asked for; when their number was not given, as many as are over at V for some unit. */
function windowsOf({ windows, validAt }: ReturnQuestion, units: ReturnUnits, bounds: Bounds): readonly Window[] {
  if (!('first' in windows)) return windows;
  let count = 0;
  for (let unit = 0; unit < units.count; unit++) {
    bounds.set(units.start(unit), units.community(unit));
    while (bounds.at(windowAt(windows, count)!.observe[1]) <= validAt) count++;
  }
  return Array.from({ length: count }, (_, j) => windowAt(windows, j)!);
}

/** Censored before immature (QUESTIONS, answers); else mature, and returned or not. */
function weigh(units: ReturnUnits, bounds: Bounds, window: Window, cell: Tally): void {
  const from = bounds.at(window.from);
  if (window.quietFrom !== undefined && units.hasReturn(bounds.at(window.quietFrom), from, QUIET)) return;
  const over = bounds.at(window.observe[1]);
  if (units.leaves(bounds.at(window.observe[0]), over)) return cell.censored();
  if (over > units.validAt) return cell.immature();
  const to = window.to === null ? units.validAt : bounds.at(window.to);
  cell.mature(units.hasReturn(from, to, window));
}

/** (from, to]: nobody engaged after `from` until and with `to`. */
const QUIET = { open: true, closed: true, to: 0 };
