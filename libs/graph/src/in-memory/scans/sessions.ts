import { codeOf } from '../codes.ts';
import type { Derived } from '../derived.ts';

export const ATTENDED = codeOf('SessionAttended');
export const BOOKED = codeOf('SessionBooked');

/** Attended treatment sessions: assessments do not count, and a sessionId counts once, at its earliest SessionAttended (METRICS C5, DESIGN). */
export class Sessions {
  readonly #derived: Derived;
  readonly #assessment: number;

  constructor(derived: Derived) {
    this.#derived = derived;
    this.#assessment = derived.journal.tables.words.find('assessment');
  }

  /** Whether the SessionAttended at this entry of its referral counts. */
  counts(referral: number, entry: number): boolean {
    const isAssessment = this.#assessment >= 0 && this.#derived.referrals.word[entry] === this.#assessment;
    return !isAssessment && this.#isItsFirst(referral, entry);
  }

  /** The same for a row. */
  countsRow(row: number): boolean {
    const { offsets, rows } = this.#derived.referrals;
    const referral = this.#derived.journal.subject[row]!;
    for (let i = offsets[referral]!; i < offsets[referral + 1]!; i++) if (rows[i] === row) return this.counts(referral, i);
    return false;
  }

  #isItsFirst(referral: number, entry: number): boolean {
    const { code, rows, offsets } = this.#derived.referrals;
    const { link } = this.#derived.journal;
    for (let i = offsets[referral]!; i < entry; i++) {
      if (code[i] === ATTENDED && link[rows[i]!] === link[rows[entry]!]) return false;
    }
    return true;
  }
}
