import { type Journal, numberColumns } from '../../in-memory/journal.ts';
import type { Rows } from './block.ts';

export const columnNames = ['position', 'at', 'type', ...numberColumns] as const;
const kinds = { position: Float64Array, at: Float64Array, type: Uint8Array } as const;
const kindOf = (name: (typeof columnNames)[number]) => (name in kinds ? kinds[name as keyof typeof kinds] : Int32Array);

/** Columns made one by one. */
export const rowsFrom = (column: (name: (typeof columnNames)[number]) => unknown): Rows =>
  Object.fromEntries(columnNames.map((name) => [name, column(name)])) as unknown as Rows;

/** Columns of this length, all zeros. */
export const emptyRows = (length: number): Rows => rowsFrom((name) => new (kindOf(name))(length));

/** Rows `from` to `to` of a journal; a view of its memory, to be read at once. */
export const slice = (journal: Rows, from: number, to: number): Rows => rowsFrom((name) => journal[name].subarray(from, to));

/** Some rows of a journal. */
export function picked(journal: Journal, rows: readonly number[]): Rows {
  const result = emptyRows(rows.length);
  for (const name of columnNames) rows.forEach((row, i) => void (result[name][i] = journal[name][row]!));
  return result;
}

/** All rows, one list after the other. */
export function joined(lists: readonly Rows[]): Rows {
  const result = emptyRows(lists.reduce((sum, { at }) => sum + at.length, 0));
  let length = 0;
  for (const list of lists) {
    for (const name of columnNames) result[name].set(list[name], length);
    length += list.at.length;
  }
  return result;
}
