import type { ConversionQuestion } from '../../questions/conversions.ts';
import type { Coverage } from '../coverage.ts';
import type { Derived } from '../derived.ts';
import { ENDS, REOPENED } from './endings.ts';
import { madeBy } from './made-by.ts';
import { ATTENDED, BOOKED, Sessions } from './sessions.ts';

/** Who is in care and who gets there (METRICS C9). `coverage` is to be loaded with the person asked about. */
export class Care {
  readonly #derived: Derived;
  readonly #question: ConversionQuestion;
  readonly #coverage: Coverage;
  readonly #sessions: Sessions;

  constructor(derived: Derived, question: ConversionQuestion, coverage: Coverage) {
    this.#derived = derived;
    this.#question = question;
    this.#coverage = coverage;
    this.#sessions = new Sessions(derived);
  }

  /** Whether before (≺) this entry of their timeline a referral had a session booked or attended and was not over; reopened, it is not over. */
  isInCare(person: number, entry: number): boolean {
    const { offsets, code, rows } = this.#derived.timelines;
    for (let i = offsets[person]!; i < entry; i++) {
      const isSession = code[i] === BOOKED || code[i] === ATTENDED;
      if (isSession && this.#isUsable(rows[i]!) && !this.#isOver(person, entry, this.#referralOf(i))) return true;
    }
    return false;
  }

  /** The entry of the first success after (≻) this one and before `end`, -1 when there is none by V. */
  success(person: number, entry: number, end: number): number {
    const { offsets, at, rows } = this.#derived.timelines;
    for (let i = entry + 1; i < offsets[person + 1]! && at[i]! < end && at[i]! <= this.#question.validAt; i++) {
      if (this.#isSuccess(i) && this.#isUsable(rows[i]!)) return i;
    }
    return -1;
  }

  /** The last word before the entry: an end, or a reopening. */
  #isOver(person: number, entry: number, referral: number): boolean {
    const { offsets, code } = this.#derived.timelines;
    for (let i = entry - 1; i >= offsets[person]!; i--) {
      if (code[i] !== REOPENED && ENDS[code[i]!] === 0) continue;
      if (this.#referralOf(i) === referral) return code[i] !== REOPENED;
    }
    return false;
  }

  #isSuccess(entry: number): boolean {
    const { code, rows } = this.#derived.timelines;
    if (this.#question.variant === 'scheduled') return code[entry] === BOOKED;
    return code[entry] === ATTENDED && this.#sessions.countsRow(rows[entry]!);
  }

  #referralOf(entry: number): number {
    return this.#derived.journal.subject[this.#derived.timelines.rows[entry]!]!;
  }

  #isUsable(row: number): boolean {
    const { at, subject } = this.#derived.journal;
    return madeBy(this.#derived, subject[row]!, this.#question.validAt) >= 0 && this.#coverage.covers(at[row]!, row);
  }
}
