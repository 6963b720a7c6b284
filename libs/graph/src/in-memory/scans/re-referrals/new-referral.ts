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
  const { derived } = followUp;
  const { offsets, at, code, rows } = derived.timelines;
  const last = offsets[person + 1]!;
  for (let i = offsets[person]!; i < last; i++) {
    if (code[i] !== made || at[i]! <= search.after) continue;
    if (at[i]! >= search.end) return -1;
    if (isNew(derived, rows[i]!, search.index) && wished(rows[i]!) && followUp.isUsable(person, rows[i]!)) return rows[i]!;
  }
  return -1;
}

function isNew({ journal, made: earliest }: Derived, row: number, index: number): boolean {
  const referral = journal.subject[row]!;
  return referral !== index && earliest[referral] === row;
}
