import type { Estimate, Limits } from './limits.ts';
import { gammaExceededWith, Z } from './special-functions.ts';

/** Below this many, Byar's approximation is not good enough and the exact limits are reported (METRICS C0.9). */
const FEW = 10;

/** 95 % limits of the mean of a Poisson count: exact below ten, Byar's above. Divide by the exposure for those of a rate. */
export const countLimits = (count: number): Limits => (count < FEW ? exactPoisson(count) : byar(count));

/** Byar's approximation: o(1 − 1/9o − z/3√o)³ and, with p = o + 1, p(1 − 1/9p + z/3√p)³ (Breslow and Day 1987). */
export function byar(count: number): Limits {
  const limit = (o: number, z: number): number => o * (1 - 1 / (9 * o) + z / (3 * Math.sqrt(o))) ** 3;
  return { lower: count === 0 ? 0 : limit(count, -Z), upper: limit(count + 1, Z) };
}

/** Exact limits: the means under which so many or more, and so few or fewer, have a chance of 2.5 % (Garwood 1936). */
export const exactPoisson = (count: number): Limits => ({
  lower: count === 0 ? 0 : gammaExceededWith(0.975, count),
  upper: gammaExceededWith(0.025, count + 1),
});

/**
 * The share k of n against a share that is known, as a ratio with its log-delta interval, 95 %: exp(ln RR ± z√((1 − p)/k)) (METRICS C12).
 * Of nobody it is undefined, and none of n has no limits.
 */
export function shareRatio(k: number, n: number, reference: number): Estimate {
  if (n === 0 || reference === 0) return { value: null, lower: null, upper: null };
  const value = k / n / reference;
  if (k === 0) return { value, lower: null, upper: null };
  const reach = Math.exp(Z * Math.sqrt((1 - k / n) / k));
  return { value, lower: value / reach, upper: value * reach };
}
