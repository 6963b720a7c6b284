import type { Journal } from './journal.ts';

/**
 * Whether row a ≺ row b (METRICS C0.3): the earlier instant, then the lower causal rank (types are numbered by it), then the lower
 * position (rows are kept in that order).
 */
export function precedes({ at, type }: Journal, a: number, b: number): boolean {
  if (at[a] !== at[b]) return at[a]! < at[b]!;
  return type[a] === type[b] ? a < b : type[a]! < type[b]!;
}
