import { codeOf } from './codes.ts';
import type { Derived } from './derived.ts';
import { orderRows, type OrderedRows } from './ordered-rows.ts';
import { CONCLUDES, conclusionOf, REOPENED } from './scans/endings.ts';

const made = codeOf('ReferralMade');

/** Not concluded, whatever V is. */
const NEVER = -1;
/** Reopened at some time: what concluded it depends on V. */
const DEPENDS = -2;

/**
 * The referrals of each representative as client, in order of their making: those of c stand at offsets[c] … offsets[c + 1] - 1. What is
 * asked of every referral stands side by side here, where a scan by client reads on and on; in the journal each of it is a row far away.
 */
export class ClientReferrals {
  readonly offsets: Uint32Array;
  /** The row of the ReferralMade, and when that was. */
  readonly made: Uint32Array;
  readonly at: Float64Array;
  readonly referral: Int32Array;
  /** -1 for none. */
  readonly community: Int32Array;
  /** The practitioner's representative. */
  readonly practitioner: Int32Array;
  readonly #derived: Derived;
  /** The row of the first conclusion, NEVER or DEPENDS, and when that was. */
  readonly #conclusion: Int32Array;
  readonly #concludedAt: Float64Array;

  constructor(derived: Derived) {
    const { journal, identity } = derived;
    const { offsets, rows, at } = ordered(derived);
    this.#derived = derived;
    this.offsets = offsets;
    this.made = rows;
    this.at = at;
    this.referral = Int32Array.from(rows, (row) => journal.subject[row]!);
    this.community = Int32Array.from(rows, (row) => journal.community[row]!);
    this.practitioner = Int32Array.from(rows, (row) => identity.of[journal.other[row]!]!);
    this.#conclusion = this.referral.map((referral) => firstConclusion(derived, referral));
    this.#concludedAt = Float64Array.from(this.#conclusion, (row) => (row < 0 ? NaN : journal.at[row]!));
  }

  /** The row that concluded this one by V (METRICS C6), -1 when there is none. */
  conclusionBy(entry: number, validAt: number): number {
    const row = this.#conclusion[entry]!;
    if (row === DEPENDS) return conclusionOf(this.#derived, this.referral[entry]!, validAt);
    return this.#concludedAt[entry]! <= validAt ? row : NEVER;
  }

  /** When that was: one look aside where a reopening left it to V. */
  conclusionTime(entry: number, row: number): number {
    return this.#conclusion[entry] === row ? this.#concludedAt[entry]! : this.#derived.journal.at[row]!;
  }
}

/** Only the earliest ReferralMade of a referral makes it. */
function ordered({ journal, identity, made: earliest }: Derived): OrderedRows {
  return orderRows(journal.tables.persons.count, journal, (entry) => {
    for (const row of journal.rowsOf(made)) {
      if (earliest[journal.subject[row]!] === row) entry(identity.of[journal.person[row]!]!, row, made);
    }
  });
}

function firstConclusion({ referrals }: Derived, referral: number): number {
  let first = NEVER;
  for (let i = referrals.offsets[referral]!; i < referrals.offsets[referral + 1]!; i++) {
    if (referrals.code[i] === REOPENED) return DEPENDS;
    if (first < 0 && CONCLUDES[referrals.code[i]!] === 1) first = referrals.rows[i]!;
  }
  return first;
}
