import type { Estimate } from './limits.ts';

/**
 * The plain mean of independent shares, each weighing alike. Its interval is recovered from theirs (MOVER: Zou and Donner 2008):
 * m − √Σ(w(p − l))² to m + √Σ(w(u − p))², w = 1 / how many. Shares of nobody are left out; of none the mean is undefined.
 */
export function meanOfShares(shares: readonly Estimate[]): Estimate {
  const known = shares.flatMap(({ value, lower, upper }) =>
    value === null || lower === null || upper === null ? [] : [{ value, below: value - lower, above: upper - value }],
  );
  if (known.length === 0) return { value: null, lower: null, upper: null };
  const value = known.reduce((sum, share) => sum + share.value, 0) / known.length;
  return {
    value,
    lower: value - Math.hypot(...known.map(({ below }) => below)) / known.length,
    upper: value + Math.hypot(...known.map(({ above }) => above)) / known.length,
  };
}
