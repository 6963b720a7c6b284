import type { Derived } from '../derived.ts';

/** The row of a referral's earliest ReferralMade when that is at or before V, else -1: a referral is nobody's before it is made. */
export function madeBy({ made, journal }: Derived, referral: number, validAt: number): number {
  const row = made[referral]!;
  return row >= 0 && journal.at[row]! <= validAt ? row : -1;
}
