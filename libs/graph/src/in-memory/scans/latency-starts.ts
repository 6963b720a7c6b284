import { DAY } from '@kithline/touchpoints';
import type { LatencyQuestion } from '../../questions/durations.ts';
import { codeOf, WAS_INTRODUCED } from '../codes.ts';
import type { Derived } from '../derived.ts';

const accepted = codeOf('ReferralAccepted');
const checkedIn = codeOf('CheckedIn');
const touched = codeOf('TouchpointRecorded');

/** How long before the referral a first touch may lie (METRICS C5b). */
const REACH = 180 * DAY;

/** Where the latency of a referral begins (METRICS C5 and C5b, `from`). */
export class LatencyStarts {
  readonly #derived: Derived;
  readonly #from: LatencyQuestion['from'];
  readonly #validAt: number;
  readonly #outreach: number;

  constructor(derived: Derived, { from, validAt }: LatencyQuestion) {
    this.#derived = derived;
    this.#from = from;
    this.#validAt = validAt;
    this.#outreach = derived.journal.tables.words.find('outreach');
  }

  /** The row of the start event of a referral made at this row, for this representative; -1 when there is none. */
  of(referral: number, made: number, person: number): number {
    if (this.#from === 'made') return made;
    return this.#from === 'accepted' ? this.#acceptance(referral) : this.#firstTouch(made, person);
  }

  #acceptance(referral: number): number {
    const { offsets, at, code, rows } = this.#derived.referrals;
    for (let i = offsets[referral]!; i < offsets[referral + 1]! && at[i]! <= this.#validAt; i++) {
      if (code[i] === accepted) return rows[i]!;
    }
    return -1;
  }

  /** The client's own earliest touch in the days before. Touches rank before a ReferralMade, so one at its very instant is before it. */
  #firstTouch(made: number, person: number): number {
    const { offsets, at, rows } = this.#derived.timelines;
    const madeAt = this.#derived.journal.at[made]!;
    for (let i = offsets[person]!; i < offsets[person + 1]! && at[i]! <= madeAt; i++) {
      if (at[i]! >= madeAt - REACH && this.#isTouch(i)) return rows[i]!;
    }
    return -1;
  }

  #isTouch(entry: number): boolean {
    const { code, rows } = this.#derived.timelines;
    if (code[entry] === touched) return this.#derived.journal.word[rows[entry]!] !== this.#outreach;
    return code[entry] === checkedIn || code[entry] === WAS_INTRODUCED;
  }
}
