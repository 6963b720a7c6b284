import { rankOf } from './codes.ts';

const ranks = Uint8Array.from({ length: 256 }, (_, code) => rankOf(code));

/** Rows grouped by a key, each group in the total order ≺ of METRICS C0.3: entries of key k stand at offsets[k] … offsets[k + 1] - 1. */
export type OrderedRows = {
  readonly offsets: Uint32Array;
  readonly rows: Uint32Array;
  readonly at: Float64Array;
  readonly code: Uint8Array;
  /** The word of the row (rows.ts), beside it so that a scan stays in these columns. */
  readonly word: Int32Array;
};

/** Calls `entry` for every (key, row, code), each time in the same order: rows in order of position. */
export type Entries = (entry: (key: number, row: number, code: number) => void) => void;

/** The entries of no key at all. */
export const noRows: OrderedRows = {
  offsets: new Uint32Array(1),
  rows: new Uint32Array(0),
  at: new Float64Array(0),
  code: new Uint8Array(0),
  word: new Int32Array(0),
};

/**
 * A counting sort by key, then each group put in order; rows mostly arrive in order of time, so that costs little more than reading. Where
 * the entries of earlier rows are in order already (`before`), only those of later ones are given, and groups that get none are copied.
 */
export function orderRows(
  keys: number,
  { at, word }: Readonly<{ at: Float64Array; word: Int32Array }>,
  entries: Entries,
  before: OrderedRows = noRows,
): OrderedRows {
  const added = new Uint32Array(keys);
  let isSame = keys === before.offsets.length - 1;
  entries((key) => {
    added[key]!++;
    isSame = false;
  });
  if (isSame) return before;
  const ordered = withRoom(before, added);
  const next = ordered.offsets.slice(1).map((end, key) => end - added[key]!);
  entries((key, row, code) => {
    const index = next[key]!++;
    ordered.rows[index] = row;
    ordered.at[index] = at[row]!;
    ordered.code[index] = code;
  });
  for (let key = 0; key < keys; key++) {
    if (added[key] === 0) continue;
    const [from, to] = [ordered.offsets[key]!, ordered.offsets[key + 1]!];
    sortGroup(ordered, from, to);
    for (let i = from; i < to; i++) ordered.word[i] = word[ordered.rows[i]!]!;
  }
  return ordered;
}

/** A copy with so much room more at the end of each group. */
function withRoom(before: OrderedRows, added: Uint32Array): OrderedRows {
  const keys = added.length;
  const endOf = (key: number): number => before.offsets[Math.min(key + 1, before.offsets.length - 1)]!;
  const offsets = new Uint32Array(keys + 1);
  for (let key = 0, more = 0; key < keys; key++) offsets[key + 1] = endOf(key) + (more += added[key]!);
  const size = offsets[keys]!;
  const ordered = {
    offsets,
    rows: new Uint32Array(size),
    at: new Float64Array(size),
    code: new Uint8Array(size),
    word: new Int32Array(size),
  };
  let copied = 0;
  for (let key = 0; key < keys; key++) {
    if (added[key] === 0 && key < keys - 1) continue;
    const end = endOf(key);
    if (end === copied) continue;
    for (const column of ['rows', 'at', 'code', 'word'] as const) {
      ordered[column].set(before[column].subarray(copied, end), offsets[key + 1]! - added[key]! - (end - copied));
    }
    copied = end;
  }
  return ordered;
}

/** Insertion sort while that is cheap; a long group in disorder is sorted by the library. Both are stable, so ties keep the order of positions. */
function sortGroup(ordered: OrderedRows, from: number, to: number): void {
  let moves = 0;
  for (let i = from + 1; i < to; i++) {
    if (!before(ordered, i, i - 1)) continue;
    moves += sink(ordered, from, i);
    if (moves > 16 * (to - from) && to - from > 64) return sortLong(ordered, from, to);
  }
}

const before = ({ at, code }: OrderedRows, i: number, j: number): boolean =>
  at[i]! < at[j]! || (at[i] === at[j] && ranks[code[i]!]! < ranks[code[j]!]!);

/** Moves entry i down to its place and says how far. */
function sink(ordered: OrderedRows, from: number, i: number): number {
  let place = i;
  while (place > from && before(ordered, i, place - 1)) place--;
  for (const column of [ordered.rows, ordered.at, ordered.code]) {
    const value = column[i]!;
    column.copyWithin(place + 1, place, i);
    column[place] = value;
  }
  return i - place;
}

function sortLong(ordered: OrderedRows, from: number, to: number): void {
  const order = Array.from({ length: to - from }, (_, i) => from + i).sort(
    (i, j) => ordered.at[i]! - ordered.at[j]! || ranks[ordered.code[i]!]! - ranks[ordered.code[j]!]!,
  );
  for (const column of [ordered.rows, ordered.at, ordered.code]) {
    const values = order.map((i) => column[i]!);
    column.set(values, from);
  }
}

/** Of every group only the entries that are wanted, in the same order. */
export function selectRows({ offsets, rows, at, code, word }: OrderedRows, wanted: (key: number, i: number) => boolean): OrderedRows {
  const kept = new Uint32Array(code.length);
  const selected = new Uint32Array(offsets.length);
  let size = 0;
  for (let key = 0; key < offsets.length - 1; key++) {
    for (let i = offsets[key]!; i < offsets[key + 1]!; i++) if (wanted(key, i)) kept[size++] = i;
    selected[key + 1] = size;
  }
  const from = kept.subarray(0, size);
  return {
    offsets: selected,
    rows: gather(rows, from, new Uint32Array(size)),
    at: gather(at, from, new Float64Array(size)),
    code: gather(code, from, new Uint8Array(size)),
    word: gather(word, from, new Int32Array(size)),
  };
}

/** The values of a column at these places. */
function gather<Column extends Uint32Array | Float64Array | Uint8Array | Int32Array>(
  column: Column,
  from: Uint32Array,
  into: Column,
): Column {
  for (let i = 0; i < from.length; i++) into[i] = column[from[i]!]!;
  return into;
}
