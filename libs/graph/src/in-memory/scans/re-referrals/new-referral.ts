import { codeOf } from '../../codes.ts';
import type { Derived } from '../../derived.ts';
import type { FollowUp } from './follow-up.ts';

const made = codeOf('ReferralMade');

/** Where a new referral is looked for: after an instant, before another, and not the index referral itself. */
export type Search = Readonly<{ after: number; end: number; index: number }>;

/** Any will do. */
export const anyReferral = (): boolean => true;

/**
 * The row of the client's first usable new referral in (after, end) that is as wished, -1 when there is none. A referral made at the very
 * instant of the index event is no new one (METRICS C19), nor is a repeated ReferralMade of an id.
 */
export function newReferral(followUp: FollowUp, person: number, search: Search, wished: (row: number) => boolean): number {
  const { derived, question } = followUp;
  const { at, code, rows } = derived.timelines;
  const until = entryAfter(derived, person, question.validAt);
  for (let i = entryAfter(derived, person, search.after); i < until && at[i]! < search.end; i++) {
    if (code[i] !== made) continue;
    const row = rows[i]!;
    if (isNew(derived, row, search.index) && wished(row) && followUp.isUsable(person, row)) return row;
  }
  return -1;
}

/** The person's first entry later than an instant. */
function entryAfter({ timelines }: Derived, person: number, instant: number): number {
  const end = timelines.offsets[person + 1]!;
  let entry = timelines.offsets[person]!;
  while (entry < end && timelines.at[entry]! <= instant) entry++;
  return entry;
}

function isNew({ journal, made: earliest }: Derived, row: number, index: number): boolean {
  const referral = journal.subject[row]!;
  return referral !== index && earliest[referral] === row;
}
