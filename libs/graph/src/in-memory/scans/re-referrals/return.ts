import { type FollowedUnit, type FollowUp, unitOf } from './follow-up.ts';
import { anyReferral, hasNewReferral } from './new-referral.ts';

/** A new referral within so many days makes a chain of the two (METRICS C6, `chained`). */
const CHAIN_DAYS = 30;

/** Last referrals of chains that are not concluded, by their place among referrals by client, and whose they are. */
type Open = Map<number, number>;

/**
 * Reading 1, the client returns: of concluded referrals, those whose client has a new one within H of the conclusion. `chained`: of
 * referrals that follow each other within 30 days only the last is an index; a chain whose last is not concluded is open.
 */
export function countReturns(followUp: FollowUp): void {
  const { offsets } = followUp.referrals;
  const open: Open = new Map();
  // Person by person, so that what is asked of one client's referrals and consent lies together.
  for (let person = 0; person < offsets.length - 1; person++) {
    for (let entry = offsets[person]!; entry < offsets[person + 1]!; entry++) countReferral(followUp, person, entry, open);
  }
  for (const [entry, person] of open) countOpen(followUp, person, entry);
}

function countReferral(followUp: FollowUp, person: number, entry: number, open: Open): void {
  const unit = concluded(followUp, person, entry);
  if (!unit) return;
  if (followUp.question.variant === 'every' || !isFollowed(followUp, unit, open)) countIndex(followUp, unit);
}

/** The referral as a unit that starts when it was concluded, a fact that is of its referral's community; undefined when it is not. */
function concluded({ referrals, question }: FollowUp, person: number, entry: number): FollowedUnit | undefined {
  if (referrals.at[entry]! > question.validAt) return undefined;
  const start = referrals.conclusionBy(entry, question.validAt);
  return start < 0 ? undefined : unitOf(referrals, entry, person, { start, at: referrals.conclusionTime(entry, start) });
}

function countIndex(followUp: FollowUp, unit: FollowedUnit): void {
  const tally = followUp.admit(unit);
  if (!tally) return;
  const end = followUp.windowEnd(unit);
  if (followUp.isMature(unit, tally, end)) followUp.count(tally, unit, hasNewReferral(followUp, unit, end, anyReferral));
}

/** Whether the chain goes on from this unit; followers not concluded by V are noted in `open`. */
function isFollowed(followUp: FollowUp, unit: FollowedUnit, open: Open): boolean {
  let followed = false;
  hasNewReferral(followUp, unit, followUp.windowEnd(unit, CHAIN_DAYS), (entry) => {
    if (!followUp.isMadeUsably(unit.person, entry)) return false;
    followed = true;
    if (followUp.referrals.conclusionBy(entry, followUp.question.validAt) < 0) open.set(entry, unit.person);
    return false;
  });
  return followed;
}

/** A chain is known by its last referral, which is not concluded and so stands for itself from its making. */
function countOpen(followUp: FollowUp, person: number, entry: number): void {
  const { made, at } = followUp.referrals;
  const tally = followUp.admit(unitOf(followUp.referrals, entry, person, { start: made[entry]!, at: at[entry]! }));
  if (tally) tally.open++;
}
