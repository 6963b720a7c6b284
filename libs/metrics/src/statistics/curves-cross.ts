import { TOLERANCE } from './curve-times.ts';
import type { SurvivalCurve } from './kaplan-meier.ts';

/** Whether each of two survival curves is above the other at some time while both are followed (METRICS C5: then say so). */
export function curvesCross(a: SurvivalCurve, b: SurvivalCurve): boolean {
  const until = Math.min(a.table.time.at(-1) ?? -1, b.table.time.at(-1) ?? -1);
  return isAbove(a, b, until) && isAbove(b, a, until);
}

/** Curves only fall: one comes to be above the other at a time when that other falls. */
function isAbove(one: SurvivalCurve, other: SurvivalCurve, until: number): boolean {
  let row = 0;
  return other.table.time.some((now, its) => {
    while (one.table.time[row]! <= now) row++;
    const left = row === 0 ? 1 : one.survival[row - 1]!;
    return now <= until && left > other.survival[its]! + TOLERANCE;
  });
}
