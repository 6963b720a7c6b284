import { codeOf } from '../../codes.ts';
import type { Unit } from '../attributes.ts';
import { conclusionOf } from '../endings.ts';
import { madeBy } from '../made-by.ts';
import type { FollowUp } from './follow-up.ts';
import { anyReferral, newReferral } from './new-referral.ts';

const made = codeOf('ReferralMade');

/** A new referral within so many days makes a chain of the two (METRICS C6, `chained`). */
const CHAIN_DAYS = 30;

/**
 * Reading 1, the client returns: of concluded referrals, those whose client has a new one within H of the conclusion. `chained`: of
 * referrals that follow each other within 30 days only the last is an index; a chain whose last is not concluded is open.
 */
export function countReturns(followUp: FollowUp): void {
  const { derived } = followUp;
  const { offsets, code, rows } = derived.timelines;
  const open = new Set<number>();
  // Person by person, so that what is asked of one client's timeline and consent lies together.
  for (let person = 0; person < offsets.length - 1; person++) {
    for (let i = offsets[person]!; i < offsets[person + 1]!; i++) {
      if (code[i] === made) countReferral(followUp, person, rows[i]!, open);
    }
  }
  for (const referral of open) countOpen(followUp, referral);
}

/** Counts the referral made in this row, once it is concluded; a repeated ReferralMade of an id makes no other. */
function countReferral(followUp: FollowUp, person: number, row: number, open: Set<number>): void {
  const { derived, question } = followUp;
  const referral = derived.journal.subject[row]!;
  if (madeBy(derived, referral, question.validAt) !== row) return;
  const start = conclusionOf(derived, referral, question.validAt);
  if (start < 0) return;
  const unit = { start, referral, person };
  if (question.variant === 'every' || !isFollowed(followUp, unit, open)) countIndex(followUp, unit);
}

function countIndex(followUp: FollowUp, unit: Unit): void {
  const tally = followUp.admit(unit);
  const end = followUp.windowEnd(unit);
  if (!tally || !followUp.isMature(unit, tally, end)) return;
  const search = { after: followUp.derived.journal.at[unit.start]!, end, index: unit.referral };
  followUp.count(tally, unit, newReferral(followUp, unit.person, search, anyReferral) >= 0);
}

/** Whether the chain goes on from this unit; followers not concluded by V are noted in `open`. */
function isFollowed(followUp: FollowUp, unit: Unit, open: Set<number>): boolean {
  const { derived, question } = followUp;
  const search = { after: derived.journal.at[unit.start]!, end: followUp.windowEnd(unit, CHAIN_DAYS), index: unit.referral };
  let followed = false;
  newReferral(followUp, unit.person, search, (row) => {
    if (!followUp.isUsable(unit.person, row)) return false;
    followed = true;
    const referral = derived.journal.subject[row]!;
    if (conclusionOf(derived, referral, question.validAt) < 0) open.add(referral);
    return false;
  });
  return followed;
}

/** A chain is known by its last referral, which is not concluded and so stands for itself from its making. */
function countOpen(followUp: FollowUp, referral: number): void {
  const { journal, identity, made } = followUp.derived;
  const start = made[referral]!;
  const tally = followUp.admit({ start, referral, person: identity.of[journal.person[start]!]! });
  if (tally) tally.open++;
}
