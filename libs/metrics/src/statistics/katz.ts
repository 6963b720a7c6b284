import type { Counts } from './limits.ts';
import { Z } from './special-functions.ts';

export type Relative = Readonly<{ relative: number | null; relative_lower: number | null; relative_upper: number | null }>;

/**
 * The relative difference p_a / p_b − 1 of two independent shares with Katz's log interval, 95 % (Katz et al. 1978):
 * exp(ln(p_a / p_b) ± z√(1/k_a − 1/n_a + 1/k_b − 1/n_b)) − 1.
 * Nothing can be related to nobody or to a share of 0: all null. A share of 0 related to another is −1, without limits (ln 0).
 */
export function katz([ka, na]: Counts, [kb, nb]: Counts): Relative {
  if (na === 0 || nb === 0 || kb === 0) return { relative: null, relative_lower: null, relative_upper: null };
  if (ka === 0) return { relative: -1, relative_lower: null, relative_upper: null };
  const ratio = ka / na / (kb / nb);
  const reach = Math.exp(Z * Math.sqrt(Math.max(0, 1 / ka - 1 / na + 1 / kb - 1 / nb)));
  return { relative: ratio - 1, relative_lower: ratio / reach - 1, relative_upper: ratio * reach - 1 };
}
