import { codeOf } from './codes.ts';
import type { Journal } from './journal.ts';
import { precedes } from './order.ts';

/** What became of each introduction, by its number: the row of its first (≺) making, acceptance and refusal, -1 for none. */
export class Introductions {
  readonly made: Int32Array;
  readonly accepted: Int32Array;
  readonly #declined: Int32Array;
  readonly #at: Float64Array;

  constructor(journal: Journal) {
    this.made = firstOf(journal, codeOf('IntroductionMade'));
    this.accepted = firstOf(journal, codeOf('IntroductionAccepted'));
    this.#declined = firstOf(journal, codeOf('IntroductionDeclined'));
    this.#at = journal.at;
  }

  /** Whether it was declined by then. */
  isDeclined(introduction: number, at: number): boolean {
    const row = this.#declined[introduction]!;
    return row >= 0 && this.#at[row]! <= at;
  }
}

function firstOf(journal: Journal, code: number): Int32Array {
  const first = new Int32Array(journal.tables.introductions.count).fill(-1);
  for (const row of journal.rowsOf(code)) {
    const known = first[journal.subject[row]!]!;
    if (known < 0 || precedes(journal, row, known)) first[journal.subject[row]!] = row;
  }
  return first;
}
