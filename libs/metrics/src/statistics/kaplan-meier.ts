import type { LifeTable } from './life-table.ts';
import { type ByRow, logLogLimit } from './log-log-band.ts';
import { Z } from './special-functions.ts';

/** Survival with its standard error and 95 % band, one a row of the table. */
export type SurvivalCurve = Readonly<{
  table: LifeTable;
  survival: Float64Array;
  /** Σ d/n(n − d): the variance of ln Ŝ, infinite where Ŝ is 0. */
  greenwood: Float64Array;
  /** Null where Ŝ is 0. */
  se: ByRow;
  /** Null where Ŝ is 0 or 1. */
  lower: ByRow;
  upper: ByRow;
}>;

/**
 * Kaplan and Meier's product-limit estimate Ŝ(t) = ∏(1 − d/n) over event times ≤ t, with Greenwood's variance and a log(−log) band
 * (METRICS C5). Competing ends are censored; at the same time events come before censorings.
 */
export function kaplanMeier(table: LifeTable): SurvivalCurve {
  const rows = table.time.length;
  const [survival, greenwood] = [new Float64Array(rows), new Float64Array(rows)];
  for (let row = 0, left = 1, variance = 0; row < rows; row++) {
    const d = table.events[row]!;
    const n = table.atRisk[row]!;
    left *= (n - d) / n;
    if (d > 0) variance += d / (n * (n - d));
    survival[row] = left;
    greenwood[row] = variance;
  }
  const se: ByRow = (row) => (survival[row]! > 0 ? survival[row]! * Math.sqrt(greenwood[row]!) : null);
  const limit =
    (z: number): ByRow =>
    (row) =>
      logLogLimit(survival[row]!, se(row), z);
  return { table, survival, greenwood, se, lower: limit(Z), upper: limit(-Z) };
}
