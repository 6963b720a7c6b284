import type { SurvivalCurve } from './kaplan-meier.ts';
import type { LifeTable } from './life-table.ts';
import type { Limits } from './limits.ts';
import type { ByRow } from './log-log-band.ts';

/** A running product in doubles misses exact halves by about this much (METRICS C5). */
export const TOLERANCE = 1e-9;

/** The last row at or before `time`; −1 before the first. */
export function rowAt({ time: times }: LifeTable, time: number): number {
  let [low, high] = [0, times.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (times[middle]! <= time) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/**
 * Whether a curve can be read at `time`: somebody was observed for so long, or there is nothing left to observe since the curve is at 0
 * (METRICS C5; else the note `follow_up_too_short`). `left` is Ŝ at the last row for Kaplan–Meier, event_free for Aalen–Johansen.
 */
export const reaches = ({ time: times }: LifeTable, time: number, left: number): boolean => left === 0 || (times.at(-1) ?? -1) >= time;

/** The first time by which a share `p` had the event: min{t: Ŝ(t) ≤ 1 − p}. Null when it was not reached. */
export const timeBy = ({ table, survival }: SurvivalCurve, p: number): number | null => firstAtMost(table, (row) => survival[row]!, 1 - p);

/** The middle of the stretch on which Ŝ is flat at exactly one half, which R calls the median; null where there is no such stretch. */
export function medianMidpoint({ table, survival }: SurvivalCurve): number | null {
  const row = survival.findIndex((left) => left <= 0.5 + TOLERANCE);
  if (row < 0 || survival[row]! < 0.5 - TOLERANCE) return null;
  const drop = survival.findIndex((left) => left < 0.5 - TOLERANCE);
  const [from, until] = [table.time[row]!, table.time.at(drop < 0 ? -1 : drop)!];
  return from === until ? null : (from + until) / 2;
}

/** Limits of the median: where the band of the curve falls to one half (Brookmeyer and Crowley 1982). Null where it does not. */
export const medianLimits = ({ table, lower, upper }: SurvivalCurve): Limits => ({
  lower: firstAtMost(table, lower, 0.5),
  upper: firstAtMost(table, upper, 0.5),
});

/** Curves and their bands move at events only, so between them there is nothing to look at. */
function firstAtMost({ time, events }: LifeTable, curve: ByRow, height: number): number | null {
  for (let row = 0; row < time.length; row++) {
    if (row > 0 && events[row] === 0) continue;
    const value = curve(row);
    if (value !== null && value <= height + TOLERANCE) return time[row]!;
  }
  return null;
}
