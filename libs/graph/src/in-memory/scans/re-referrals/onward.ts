import { codeOf } from '../../codes.ts';
import { madeBy } from '../made-by.ts';
import type { FollowUp } from './follow-up.ts';
import { hasNewReferral } from './new-referral.ts';

const accepted = codeOf('ReferralAccepted');

/** Reading 5, onward: of referrals accepted by x, those whose client x referred to another practitioner within H of the acceptance. */
export function countOnward(followUp: FollowUp): void {
  const { derived } = followUp;
  const { journal, identity } = derived;
  for (let referral = 0; referral < derived.made.length; referral++) {
    const start = acceptanceOf(followUp, referral);
    const made = derived.made[referral]!;
    if (start < 0 || derived.isGone(journal.other[made]!, made)) continue;
    const unit = followUp.unit({ start, referral, person: identity.of[journal.person[made]!]! });
    const tally = followUp.admit(unit);
    const end = followUp.windowEnd(unit);
    if (!tally || !followUp.isMature(unit, tally, end)) continue;
    followUp.count(
      tally,
      unit,
      hasNewReferral(followUp, unit, end, (entry) => isOnward(followUp, entry, unit.practitioner)),
    );
  }
}

function acceptanceOf({ derived, question }: FollowUp, referral: number): number {
  if (madeBy(derived, referral, question.validAt) < 0) return -1;
  const { offsets, at, code, rows } = derived.referrals;
  for (let i = offsets[referral]!; i < offsets[referral + 1]! && at[i]! <= question.validAt; i++) {
    if (code[i] === accepted) return rows[i]!;
  }
  return -1;
}

/** Whether x made it, to somebody else. */
function isOnward({ derived: { journal, identity }, referrals }: FollowUp, entry: number, x: number): boolean {
  const referrer = journal.link[referrals.made[entry]!]!;
  return referrer >= 0 && identity.of[referrer] === x && referrals.practitioner[entry] !== x;
}
