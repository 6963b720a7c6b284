import { reaches } from './curve-times.ts';
import type { SurvivalCurve } from './kaplan-meier.ts';

/**
 * Restricted mean survival time: the area under Ŝ up to `tau`, in days, and its standard error √Σ(∫ from t_i to tau of Ŝ)² d/n(n − d)
 * over event times (Klein and Moeschberger 2003, 4.5; as R's survival prints it). Null when the follow-up is too short (METRICS C5).
 */
export function rmst({ table, survival }: SurvivalCurve, tau: number): Readonly<{ value: number; se: number }> | null {
  if (!reaches(table, tau, survival.at(-1) ?? 1)) return null;
  let [area, variance, until] = [0, 0, tau];
  for (let row = table.time.length - 1; row >= 0; row--) {
    const from = table.time[row]!;
    if (from >= tau) continue;
    const [d, n] = [table.events[row]!, table.atRisk[row]!];
    area += (until - from) * survival[row]!;
    if (d < n) variance += (area * area * d) / (n * (n - d));
    until = from;
  }
  return { value: area + until, se: Math.sqrt(variance) };
}
