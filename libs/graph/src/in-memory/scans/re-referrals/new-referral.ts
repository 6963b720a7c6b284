import type { FollowUp, FollowedUnit } from './follow-up.ts';

/** Any will do. */
export const anyReferral = (): boolean => true;

/**
 * Whether the unit's person has a usable new referral after the unit's start and before an instant that is as wished, told by its place
 * among referrals by client. One made at the very instant of the index event is no new one (METRICS C19), nor is the index itself.
 */
export function hasNewReferral(followUp: FollowUp, unit: FollowedUnit, before: number, wished: (entry: number) => boolean): boolean {
  const { offsets, at, referral } = followUp.referrals;
  const last = offsets[unit.person + 1]!;
  for (let i = offsets[unit.person]!; i < last && at[i]! < before; i++) {
    if (at[i]! <= unit.at || referral[i] === unit.referral) continue;
    if (wished(i) && followUp.isMadeUsably(unit.person, i)) return true;
  }
  return false;
}
