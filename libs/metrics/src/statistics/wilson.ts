import { unlimited, type Limits } from './limits.ts';
import { Z } from './special-functions.ts';

/**
 * Wilson's score interval of the share k of n, 95 % (Wilson 1927, as METRICS C0.9 writes it): [2k + z² ± z√(z² + 4k(1 − k/n))] / 2(n + z²).
 * `k` may be fractional (credits shared between engagements). Of nobody there is none; none of n begins at 0 and all of n end at 1 exactly.
 */
export function wilson(k: number, n: number): Limits {
  if (n === 0) return unlimited;
  const middle = 2 * k + Z * Z;
  const reach = Z * Math.sqrt(Z * Z + 4 * k * (1 - k / n));
  const width = 2 * (n + Z * Z);
  return { lower: k === 0 ? 0 : Math.max(0, (middle - reach) / width), upper: k === n ? 1 : Math.min(1, (middle + reach) / width) };
}
