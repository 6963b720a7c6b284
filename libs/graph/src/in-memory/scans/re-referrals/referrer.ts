import { conclusionOf } from '../endings.ts';
import { Acts } from './acts.ts';
import type { FollowUp } from './follow-up.ts';

/**
 * Reading 2, trust: of pairs (referrer, practitioner) whose first referral has concluded, those in which the referrer sent another person
 * to the same practitioner within H of that conclusion. Referrers who referred nobody in that time are left out, unless all are asked for.
 */
export function countReferrers(followUp: FollowUp): void {
  const acts = new Acts(followUp);
  const persons = followUp.derived.journal.tables.persons.count;
  for (let referrer = 0; referrer < persons; referrer++) {
    for (const [practitioner, row] of firstsOf(acts, referrer)) countPair(followUp, acts, { referrer, practitioner, row });
  }
}

type Pair = Readonly<{ referrer: number; practitioner: number; row: number }>;

/** By practitioner the referrer's first act; one that is no loop goes before those that are. */
function firstsOf(acts: Acts, referrer: number): Map<number, number> {
  const firsts = new Map<number, number>();
  for (const row of acts.of(referrer)) {
    const practitioner = acts.practitionerOf(row);
    const known = firsts.get(practitioner);
    if (known === undefined || (acts.isLoop(known) && !acts.isLoop(row))) firsts.set(practitioner, row);
  }
  return firsts;
}

function countPair(followUp: FollowUp, acts: Acts, { referrer, practitioner, row }: Pair): void {
  const { derived, question } = followUp;
  const referral = derived.journal.subject[row]!;
  const start = conclusionOf(derived, referral, question.validAt);
  if (start < 0) return;
  const unit = followUp.unit({ start, referral, person: referrer });
  const tally = followUp.admit(unit, row);
  if (!tally) return;
  if (acts.isLoop(row) || acts.isReciprocal(referrer, practitioner)) {
    tally.excluded++;
    return;
  }
  const end = followUp.windowEnd(unit);
  if (!followUp.isMature(unit, tally, end)) return;
  const window = { after: unit.at, before: end };
  const isAnother = (act: number): boolean => acts.practitionerOf(act) === practitioner && acts.clientOf(act) !== acts.clientOf(row);
  if (question.allReferrers || acts.some(referrer, window, () => true)) followUp.count(tally, unit, acts.some(referrer, window, isAnother));
}
