import type { Counts, Limits } from './limits.ts';
import { wilson } from './wilson.ts';

/**
 * The difference a − b of two independent shares with Newcombe's hybrid of their Wilson intervals, 95 % (Newcombe 1998, method 10):
 * d − √((p_a − l_a)² + (u_b − p_b)²) to d + √((u_a − p_a)² + (p_b − l_b)²). Null when either is of nobody.
 */
export function newcombe([ka, na]: Counts, [kb, nb]: Counts): Limits & Readonly<{ difference: number | null }> {
  const [a, b] = [wilson(ka, na), wilson(kb, nb)];
  if (a.lower === null || a.upper === null || b.lower === null || b.upper === null) return { difference: null, lower: null, upper: null };
  const [pa, pb] = [ka / na, kb / nb];
  return {
    difference: pa - pb,
    lower: pa - pb - Math.hypot(pa - a.lower, b.upper - pb),
    upper: pa - pb + Math.hypot(a.upper - pa, pb - b.lower),
  };
}
