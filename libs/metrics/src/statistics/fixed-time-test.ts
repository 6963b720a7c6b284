import { reaches, rowAt } from './curve-times.ts';
import type { SurvivalCurve } from './kaplan-meier.ts';
import { chiSquareTail } from './special-functions.ts';

/**
 * Whether two curves differ at one time, chosen beforehand, on the log(−log) scale (Klein et al. 2007): what is left to ask when curves
 * cross. One degree of freedom. Null where either curve is at 0 or 1, or its follow-up too short.
 */
export function fixedTimeTest(a: SurvivalCurve, b: SurvivalCurve, time: number): Readonly<{ chisq: number; df: number; p: number }> | null {
  const [one, other] = [logLogAt(a, time), logLogAt(b, time)];
  if (!one || !other) return null;
  const chisq = (one.value - other.value) ** 2 / (one.variance + other.variance);
  return { chisq, df: 1, p: chiSquareTail(chisq, 1) };
}

function logLogAt({ table, survival, greenwood }: SurvivalCurve, time: number): Readonly<{ value: number; variance: number }> | undefined {
  const row = rowAt(table, time);
  const left = survival[row] ?? 1;
  if (!(left > 0 && left < 1) || !reaches(table, time, left)) return undefined;
  const log = Math.log(left);
  return { value: Math.log(-log), variance: greenwood[row]! / (log * log) };
}
