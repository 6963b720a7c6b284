import { codeOf } from './codes.ts';
import type { Journal } from './journal.ts';

const scheduled = codeOf('EngagementScheduled');
const held = codeOf('EngagementHeld');

/** Engagements as far as they are known at V: what was held says more than what was scheduled, and the last word (≺) counts. */
export class Engagements {
  readonly #journal: Journal;
  /** By engagement: the row that tells about it, -1 for none. */
  readonly #rows: Int32Array;

  constructor(journal: Journal, validAt: number) {
    this.#journal = journal;
    this.#rows = new Int32Array(journal.tables.engagements.count).fill(-1);
    const { at, subject } = journal;
    for (const row of [...journal.rowsOf(scheduled), ...journal.rowsOf(held)]) {
      if (at[row]! > validAt) continue;
      if (this.#tellsMore(row, this.#rows[subject[row]!]!)) this.#rows[subject[row]!] = row;
    }
  }

  /** Its community, -1 when nothing is known of it. */
  communityOf(engagement: number): number {
    const row = this.#rows[engagement]!;
    return row < 0 ? -1 : this.#journal.community[row]!;
  }

  /** When it ended or is to end, NaN when nothing is known of it. */
  endOf(engagement: number): number {
    const row = this.#rows[engagement]!;
    return row < 0 ? NaN : this.#journal.detailOf(row);
  }

  /** What was held is looked at after what was scheduled. */
  #tellsMore(row: number, known: number): boolean {
    const { type, at } = this.#journal;
    return known < 0 || type[row] !== type[known] || at[row]! >= at[known]!;
  }
}
