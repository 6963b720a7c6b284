import type { LifeTable } from './life-table.ts';
import { logLogLimit } from './log-log-band.ts';
import { Z } from './special-functions.ts';

/** Survival with its standard error and 95 % band, one a row of the table. */
export type SurvivalCurve = Readonly<{
  table: LifeTable;
  survival: Float64Array;
  /** Σ d/n(n − d): the variance of ln Ŝ, infinite where Ŝ is 0. */
  greenwood: Float64Array;
  /** Null where Ŝ is 0. */
  se: readonly (number | null)[];
  /** Null where Ŝ is 0 or 1. */
  lower: readonly (number | null)[];
  upper: readonly (number | null)[];
}>;

/**
 * Kaplan and Meier's product-limit estimate Ŝ(t) = ∏(1 − d/n) over event times ≤ t, with Greenwood's variance and a log(−log) band
 * (METRICS C5). Competing ends are censored; at the same time events come before censorings.
 */
export function kaplanMeier(table: LifeTable): SurvivalCurve {
  const rows = table.time.length;
  const [survival, greenwood] = [new Float64Array(rows), new Float64Array(rows)];
  const [se, lower, upper] = [new Array<number | null>(rows), new Array<number | null>(rows), new Array<number | null>(rows)];
  for (let row = 0, left = 1, variance = 0; row < rows; row++) {
    const d = table.events[row]!;
    const n = table.atRisk[row]!;
    left *= (n - d) / n;
    if (d > 0) variance += d / (n * (n - d));
    survival[row] = left;
    greenwood[row] = variance;
    const error = left > 0 ? left * Math.sqrt(variance) : null;
    se[row] = error;
    lower[row] = logLogLimit(left, error, Z);
    upper[row] = logLogLimit(left, error, -Z);
  }
  return { table, survival, greenwood, se, lower, upper };
}
