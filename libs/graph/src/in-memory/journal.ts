import type { GraphFact } from '../graph-fact.ts';
import { RETRACTED, codeOf } from './codes.ts';
import { type Column, resized, roomFor } from './columns.ts';
import { NOTHING, type Row, writeRow } from './rows.ts';
import { tableNames, Tables } from './tables.ts';

/** Number columns: indexes into the tables, -1 for none. What each means for a type of fact stands in rows.ts. */
export const numberColumns = ['person', 'other', 'link', 'community', 'subject', 'word', 'source', 'detail'] as const;

/**
 * Every fact of the graph, one row each, in columns, in order of position. Nothing here is derived: timelines, referrals and
 * identities are computed from it (derived.ts), so the order of arrival cannot matter beyond K, and a correction replaces its row.
 */
export class Journal {
  rows = 0;
  readonly tables = new Tables();
  position = new Float64Array(0);
  at = new Float64Array(0);
  type = new Uint8Array(0);
  person = new Int32Array(0);
  other = new Int32Array(0);
  link = new Int32Array(0);
  community = new Int32Array(0);
  subject = new Int32Array(0);
  word = new Int32Array(0);
  source = new Int32Array(0);
  /** Index into `details`: few facts have a second instant or a number. */
  detail = new Int32Array(0);
  details = new Float64Array(0);
  detailCount = 0;
  /** Raised by everything that is not an append: what was derived from the rows before is stale. */
  rewrites = 0;
  readonly #lists = new Map<number, readonly number[]>();
  #listedAt = 0;
  #listedRewrites = 0;

  record(fact: GraphFact): void {
    if (this.rows === this.at.length) this.#reserve(roomFor(this.rows + 1, this.rows));
    const late = this.rows > 0 && fact.position < this.position[this.rows - 1]!;
    this.#write(late ? this.#makeRoom(fact.position) : this.rows, fact);
    this.rows++;
  }

  /** A correction: the row of this position reads so now. When there is no such row, it is recorded. */
  replace(fact: GraphFact): void {
    const row = this.rowAt(fact.position);
    if (row < 0) return this.record(fact);
    this.#write(row, fact);
    this.rewrites++;
  }

  retract(position: number): void {
    const row = this.rowAt(position);
    if (row < 0) return;
    this.type[row] = RETRACTED;
    this.rewrites++;
  }

  /** The row of the fact recorded at this position, -1 when there is none. */
  rowAt(position: number): number {
    const row = this.#firstAfter(position) - 1;
    return row >= 0 && this.position[row] === position ? row : -1;
  }

  /** The row in which a fact of this position is to be written: its own where it has one, a new one where it belongs otherwise. */
  rowFor(position: number): number {
    const known = this.rowAt(position);
    this.rewrites++;
    if (known >= 0) return known;
    if (this.rows === this.at.length) this.#reserve(roomFor(this.rows + 1, this.rows));
    const row = this.#makeRoom(position);
    this.rows++;
    return row;
  }

  /** The rows of a type, in order of position; found once for as long as the journal stands. */
  rowsOf(code: number): readonly number[] {
    if (this.#listedAt !== this.rows || this.#listedRewrites !== this.rewrites) this.#lists.clear();
    this.#listedAt = this.rows;
    this.#listedRewrites = this.rewrites;
    const known = this.#lists.get(code);
    if (known) return known;
    const type = this.type.subarray(0, this.rows);
    const list: number[] = [];
    for (let row = type.indexOf(code); row >= 0; row = type.indexOf(code, row + 1)) list.push(row);
    this.#lists.set(code, list);
    return list;
  }

  /** The second instant or number of a row, NaN when it has none. */
  detailOf(row: number): number {
    const detail = this.detail[row]!;
    return detail < 0 ? NaN : this.details[detail]!;
  }

  /** Gives back the room kept for growth. */
  trim(): void {
    this.#reserve(this.rows);
    this.details = resized(this.details, this.detailCount);
    for (const name of tableNames) this.tables[name].trim();
  }

  /** A fact that was parked and is applied late stands where it would have stood: the rows after it move on by one. */
  #makeRoom(position: number): number {
    const row = this.#firstAfter(position);
    for (const name of ['position', 'at', 'type', ...numberColumns] as const) this[name].copyWithin(row + 1, row, this.rows);
    this.rewrites++;
    return row;
  }

  /** The first row after a position. */
  #firstAfter(position: number): number {
    let [low, high] = [0, this.rows];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.position[middle]! > position) high = middle;
      else low = middle + 1;
    }
    return low;
  }

  #write(row: number, fact: GraphFact): void {
    const values = writeRow(fact, this.tables);
    this.position[row] = fact.position;
    this.at[row] = fact.at;
    this.type[row] = codeOf(fact.type);
    this.person[row] = values.person;
    this.other[row] = values.other;
    this.link[row] = values.link;
    this.community[row] = values.community;
    this.subject[row] = values.subject;
    this.word[row] = values.word;
    this.source[row] = this.tables.sources.add(fact.source);
    this.detail[row] = this.#keep(values);
  }

  #keep({ detail }: Row): number {
    if (Number.isNaN(detail)) return NOTHING;
    if (this.detailCount === this.details.length) this.details = resized(this.details, roomFor(this.detailCount + 1, this.detailCount));
    this.details[this.detailCount] = detail;
    return this.detailCount++;
  }

  #reserve(capacity: number): void {
    const grown = <C extends Column>(column: C): C => resized(column, capacity);
    this.position = grown(this.position);
    this.at = grown(this.at);
    this.type = grown(this.type);
    for (const name of numberColumns) this[name] = grown(this[name]);
  }
}
