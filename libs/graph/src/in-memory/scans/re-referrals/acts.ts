import { codeOf } from '../../codes.ts';
import type { Derived } from '../../derived.ts';
import { orderRows, type OrderedRows } from '../../ordered-rows.ts';
import type { FollowUp } from './follow-up.ts';

const made = codeOf('ReferralMade');

/**
 * Referrals as acts of their referrers by V, each at its earliest ReferralMade. Acts of or to somebody erased are gone. A loop is one in
 * which two of referrer, client and practitioner are one person (a self-referral, or by a merge); a pair is reciprocal when each of the
 * two referred somebody to the other by V. Both are excluded from the readings 2 to 4 (METRICS C6).
 */
export class Acts {
  /** By referrer's representative: rows in order. */
  readonly #acts: OrderedRows;
  readonly #followUp: FollowUp;
  readonly #derived: Derived;
  /** Pairs (referrer, practitioner) with an act that is usable and no loop. */
  readonly #pairs = new Set<number>();

  constructor(followUp: FollowUp) {
    this.#followUp = followUp;
    const { derived, question } = followUp;
    this.#derived = derived;
    const { journal, identity } = derived;
    this.#acts = orderRows(journal.tables.persons.count, journal, (entry) => {
      for (const row of journal.rowsOf(made)) {
        if (journal.at[row]! <= question.validAt && this.#isAct(row)) entry(identity.of[journal.link[row]!]!, row, made);
      }
    });
    for (let person = 0; person < journal.tables.persons.count; person++) {
      for (const row of this.of(person)) {
        if (!this.isLoop(row) && followUp.isUsable(person, row)) this.#pairs.add(this.#pair(person, this.practitionerOf(row)));
      }
    }
  }

  of(referrer: number): Uint32Array {
    return this.#acts.rows.subarray(this.#acts.offsets[referrer], this.#acts.offsets[referrer + 1]);
  }

  practitionerOf(row: number): number {
    return this.#derived.identity.of[this.#derived.journal.other[row]!]!;
  }
  clientOf(row: number): number {
    return this.#derived.identity.of[this.#derived.journal.person[row]!]!;
  }

  isLoop(row: number): boolean {
    const link = this.#derived.journal.link[row]!;
    const referrer = link < 0 ? -1 : this.#derived.identity.of[link]!;
    const client = this.clientOf(row);
    return referrer === client || this.practitionerOf(row) === client || this.practitionerOf(row) === referrer;
  }

  isReciprocal(a: number, b: number): boolean {
    return this.#pairs.has(this.#pair(a, b)) && this.#pairs.has(this.#pair(b, a));
  }

  /** Whether somebody referred in (after, before), as wished: a usable act that is no loop. */
  some(referrer: number, { after, before }: Readonly<{ after: number; before: number }>, wished: (row: number) => boolean): boolean {
    const { at } = this.#derived.journal;
    for (const row of this.of(referrer)) {
      if (at[row]! <= after || this.isLoop(row)) continue;
      if (at[row]! >= before) return false;
      if (wished(row) && this.#followUp.isUsable(referrer, row)) return true;
    }
    return false;
  }

  #isAct(row: number): boolean {
    const { link, other, subject } = this.#derived.journal;
    if (link[row]! < 0 || this.#derived.made[subject[row]!] !== row) return false;
    return !this.#derived.isGone(link[row]!, row) && !this.#derived.isGone(other[row]!, row);
  }

  #pair(a: number, b: number): number {
    return a * this.#derived.journal.tables.persons.count + b;
  }
}
