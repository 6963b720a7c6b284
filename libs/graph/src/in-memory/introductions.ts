import { codeOf } from './codes.ts';
import type { Journal } from './journal.ts';

const made = codeOf('IntroductionMade');
const accepted = codeOf('IntroductionAccepted');
const declined = codeOf('IntroductionDeclined');

/** What became of each introduction, by its number: rows of its earliest making and acceptance (-1 for none) and when it was first declined. */
export class Introductions {
  readonly made: Int32Array;
  readonly accepted: Int32Array;
  readonly declinedAt: Float64Array;

  constructor(journal: Journal) {
    const { count } = journal.tables.introductions;
    this.made = new Int32Array(count).fill(-1);
    this.accepted = new Int32Array(count).fill(-1);
    this.declinedAt = new Float64Array(count).fill(Infinity);
    for (let row = 0; row < journal.rows; row++) {
      const code = journal.type[row];
      if (code === made) this.#earliest(this.made, journal, row);
      else if (code === accepted) this.#earliest(this.accepted, journal, row);
      else if (code === declined) this.#decline(journal.subject[row]!, journal.at[row]!);
    }
  }

  /** Rows come in order of position, so of two at one instant the first stays. */
  #earliest(rows: Int32Array, { subject, at }: Journal, row: number): void {
    const known = rows[subject[row]!]!;
    if (known < 0 || at[row]! < at[known]!) rows[subject[row]!] = row;
  }

  #decline(introduction: number, at: number): void {
    this.declinedAt[introduction] = Math.min(this.declinedAt[introduction]!, at);
  }
}
