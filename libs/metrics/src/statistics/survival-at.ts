import { reaches, rowAt } from './curve-times.ts';
import type { SurvivalCurve } from './kaplan-meier.ts';
import type { Estimate } from './limits.ts';

/** Ŝ at a time with its band; null when the follow-up is too short to say (METRICS C5). Before the first row all are left. */
export function survivalAt({ table, survival, lower, upper }: SurvivalCurve, time: number): Estimate | null {
  if (!reaches(table, time, survival.at(-1) ?? 1)) return null;
  const row = rowAt(table, time);
  return row < 0 ? { value: 1, lower: null, upper: null } : { value: survival[row]!, lower: lower(row), upper: upper(row) };
}
