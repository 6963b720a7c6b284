import type { PersonId, ReferralId } from '@kithline/touchpoints';
import { codeOf } from './codes.ts';
import { Identity } from './identity.ts';
import type { Journal } from './journal.ts';

const made = codeOf('ReferralMade');

/**
 * The referrals that were made for a person, under whichever of their ids. Read from the journal, so that a command need not wait for
 * what questions are answered from; some milliseconds in a million rows.
 */
export function referralsOf(journal: Journal, id: PersonId): readonly ReferralId[] {
  const { persons, referrals } = journal.tables;
  const number = persons.find(id);
  if (number < 0) return [];
  const identity = new Identity(journal);
  const ids = new Set(identity.membersOf(identity.of[number]!));
  const found = new Set<number>();
  for (let row = 0; row < journal.rows; row++) {
    if (journal.type[row] === made && ids.has(journal.person[row]!)) found.add(journal.subject[row]!);
  }
  return [...found].map((referral) => referrals.text(referral));
}
