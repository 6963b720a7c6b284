import { resized, roomFor } from '../../in-memory/columns.ts';

/** Rows by key, 8 bytes a row and 4 a key; rows are only added. */
export class RowLists {
  /** By key: the entry added last, counted from 1; 0 for none. */
  #last = new Int32Array(0);
  /** By entry: its row, and the entry that was added to the same list before it. */
  #rows = new Int32Array(0);
  #before = new Int32Array(0);
  #count = 0;

  add(key: number, row: number): void {
    if (key >= this.#last.length) this.#last = resized(this.#last, roomFor(key + 1, this.#last.length));
    if (this.#count === this.#rows.length) {
      this.#rows = resized(this.#rows, roomFor(this.#count + 1, this.#count));
      this.#before = resized(this.#before, this.#rows.length);
    }
    this.#rows[this.#count] = row;
    this.#before[this.#count] = this.#last[key]!;
    this.#last[key] = ++this.#count;
  }

  /** The rows of a key, the newest first; no more than `most`. */
  of(key: number, most = Infinity): readonly number[] {
    const rows: number[] = [];
    for (let entry = this.#last[key] ?? 0; entry > 0 && rows.length < most; entry = this.#before[entry - 1]!)
      rows.push(this.#rows[entry - 1]!);
    return rows;
  }
}
