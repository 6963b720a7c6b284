import { TOLERANCE } from './curve-times.ts';
import type { SurvivalCurve } from './kaplan-meier.ts';

/** Whether each of two survival curves is above the other at some time while both are followed (METRICS C5: then say so). */
export function curvesCross(a: SurvivalCurve, b: SurvivalCurve): boolean {
  const [aTime, bTime] = [a.table.time, b.table.time];
  const until = Math.min(aTime.at(-1) ?? -1, bTime.at(-1) ?? -1);
  let [above, below] = [false, false];
  for (let [i, j, left, right] = [0, 0, 1, 1]; ;) {
    const now = Math.min(aTime[i] ?? Infinity, bTime[j] ?? Infinity);
    if (now > until || now === Infinity) return above && below;
    if (aTime[i] === now) left = a.survival[i++]!;
    if (bTime[j] === now) right = b.survival[j++]!;
    above ||= left > right + TOLERANCE;
    below ||= left < right - TOLERANCE;
  }
}
