import { reaches, rowAt } from './curve-times.ts';
import type { LifeTable } from './life-table.ts';
import type { Estimate } from './limits.ts';
import { type ByRow, logLogLimit } from './log-log-band.ts';
import { Z } from './special-functions.ts';

/** Cumulative incidences, one a row of the table; at each row cifSession + cifClosed + eventFree = 1. */
export type IncidenceCurve = Readonly<{
  table: LifeTable;
  /** The share that had the event: F̂₁. */
  cifSession: Float64Array;
  /** The share that came to a competing end. */
  cifClosed: Float64Array;
  /** The share to which neither happened: Ŝ over all causes. */
  eventFree: Float64Array;
  /** Of cifSession. */
  se: Float64Array;
  /** The band of cifSession; null where that is 0 or 1. */
  lower: ByRow;
  upper: ByRow;
}>;

/**
 * Aalen and Johansen's cumulative incidence F̂₁(t) = Σ Ŝ(t_i⁻) d₁/n over event times ≤ t, with Ŝ over all causes, Aalen's (1978)
 * variance and a log(−log) band (METRICS C5).
 */
export function aalenJohansen(table: LifeTable): IncidenceCurve {
  const rows = table.time.length;
  const [cifSession, cifClosed, eventFree, se] = Array.from({ length: 4 }, () => new Float64Array(rows)) as Columns;
  const variance = aalenVariance();
  for (let row = 0, free = 1, session = 0, closed = 0; row < rows; row++) {
    const n = table.atRisk[row]!;
    const d1 = table.events[row]!;
    const d2 = table.competing[row]!;
    const step: Step = { n, d1, d2, before: free, rise: (free * d1) / n, after: free * ((n - d1 - d2) / n) };
    closed += (free * d2) / n;
    free = step.after;
    session = free === 0 && closed === 0 ? 1 : session + step.rise; // a sum in doubles misses the 1 that it comes to
    cifSession[row] = session;
    cifClosed[row] = closed;
    eventFree[row] = free;
    se[row] = Math.sqrt(variance(step));
  }
  const limit =
    (z: number): ByRow =>
    (row) =>
      logLogLimit(cifSession[row]!, se[row]!, z);
  return { table, cifSession, cifClosed, eventFree, se, lower: limit(Z), upper: limit(-Z) };
}

type Columns = [Float64Array, Float64Array, Float64Array, Float64Array];

/** F̂₁ at a time with its band; null when the follow-up is too short to say (METRICS C5). Before the first row it is 0. */
export function incidenceAt({ table, cifSession, eventFree, lower, upper }: IncidenceCurve, time: number): Estimate | null {
  if (!reaches(table, time, eventFree.at(-1) ?? 1)) return null;
  const row = rowAt(table, time);
  return row < 0 ? { value: 0, lower: null, upper: null } : { value: cifSession[row]!, lower: lower(row), upper: upper(row) };
}

/** A row as its variance sees it: Ŝ before and after it, and how far F̂₁ rises. */
type Step = Readonly<{ n: number; d1: number; d2: number; before: number; after: number; rise: number }>;

/**
 * Aalen's variance of F̂₁(t), row by row. With F = F̂₁(t) − F̂₁(t_j), S the event-free share after t_j and, for cause c,
 * w_c = Ŝ(t_j⁻)² d_c(n − d_c) / n²(n − 1), it is Σ_j w₁(1 − F/S)² + w₂(F/S)²: what R's cmprsk prints, which takes the causes as
 * independent also where both happen at one time.
 *
 * As F̂₁ rises, the squares grow by what their first and second derivatives in F say, so a row costs the same however many went before.
 * Where S is 0 nothing happens after t_j and F stays 0: only the 1 is left of the first square.
 */
function aalenVariance(): (step: Step) => number {
  let [squares, slope, curvature] = [0, 0, 0];
  return ({ n, d1, d2, before, after, rise }) => {
    squares += rise * (rise * curvature - 2 * slope);
    slope -= rise * curvature;
    const w1 = weight(d1, n) * before * before;
    const w2 = weight(d2, n) * before * before;
    squares += w1;
    if (after > 0) {
      slope += w1 / after;
      curvature += (w1 + w2) / (after * after);
    }
    return Math.max(0, squares);
  };
}

/** d(n − d) / n²(n − 1), which for one event is 1/n² also when it is the last at risk. */
const weight = (d: number, n: number): number => (d <= 1 ? d / (n * n) : (d * (n - d)) / (n * n * (n - 1)));
