import { Acts } from './acts.ts';
import type { FollowedUnit, FollowUp } from './follow-up.ts';

/**
 * Reading 4, cross-section: among referrals made in the H days that end at V, those whose referrer had referred to that practitioner
 * before. A referral is of those days when V is still within H local days of it, so the first of them counts in full, as in C0.11.
 */
export function countShare(followUp: FollowUp): void {
  const acts = new Acts(followUp);
  const persons = followUp.derived.journal.tables.persons.count;
  for (let referrer = 0; referrer < persons; referrer++) countReferrer(followUp, acts, referrer);
}

function countReferrer(followUp: FollowUp, acts: Acts, referrer: number): void {
  const known = new Set<number>();
  for (const row of acts.of(referrer)) {
    const practitioner = acts.practitionerOf(row);
    const excluded = acts.isLoop(row) || acts.isReciprocal(referrer, practitioner);
    const unit = followUp.unit({ start: row, referral: followUp.derived.journal.subject[row]!, person: referrer });
    if (followUp.windowEnd(unit) > followUp.question.validAt) countUnit(followUp, unit, excluded ? undefined : known.has(practitioner));
    if (!excluded && followUp.isUsable(referrer, row)) known.add(practitioner);
  }
}

/** `again` is undefined for an excluded referral. */
function countUnit(followUp: FollowUp, unit: FollowedUnit, again: boolean | undefined): void {
  const tally = followUp.admit(unit);
  if (!tally) return;
  if (again === undefined) tally.excluded++;
  else followUp.count(tally, unit, again);
}
