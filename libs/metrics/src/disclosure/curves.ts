import type { Curve } from '../draft.ts';
import type { Policy } from './policies.ts';

/** Counts of a curve, and what they could be worked out from. */
const hiddenColumns = ['at_risk', 'events', 'competing', 'censored', 'se'];

export type Step = Readonly<Record<string, number | null>>;

/** A step that is shown: its place in the curve, and the time it is shown at. */
type Place = Readonly<{ at: number; time: number }>;

/**
 * What may be shown of a curve (METRICS C0.7, 1 and 4): nothing after the last time with at least k at risk, of each step the time, the
 * curve and its band only, and under `public` its value at the end of each whole day.
 */
export function showCurve(curve: Curve, policy: Policy): Readonly<{ rows: readonly Step[]; cut: boolean }> {
  const kept = policy.k === 0 ? curve.time.length : curve.at_risk.findLastIndex((count) => count >= policy.k) + 1;
  const places = policy.wholeDays ? endsOfDays(curve, kept) : Array.from({ length: kept }, (_, at) => ({ at, time: curve.time[at]! }));
  const hidden = policy.k === 0 ? [] : hiddenColumns;
  const columns = Object.entries(curve).map(([name, column]) => [name, hidden.includes(name) ? () => null : reading(column)] as const);
  // One by one in the same order, so that a curve of hundreds of thousands of steps is made of objects of one shape.
  const stepAt = ({ at, time }: Place): Step => {
    const step: Record<string, number | null> = {};
    for (const [name, valueAt] of columns) step[name] = name === 'time' ? time : valueAt(at);
    return step;
  };
  return { rows: places.map(stepAt), cut: kept < curve.time.length };
}

const reading = (column: Curve[string]): ((at: number) => number | null) =>
  typeof column === 'function' ? column : (at) => column[at] ?? null;

/** The last step of each day, at the day's end. A day of which a step is left out is left out with it. */
function endsOfDays({ time }: Curve, kept: number): Place[] {
  const places: Place[] = [];
  for (let at = 0; at < kept; at++) {
    const day = Math.ceil(time[at]!);
    if (at + 1 === time.length || Math.ceil(time[at + 1]!) > day) places.push({ at, time: day });
  }
  return places;
}
