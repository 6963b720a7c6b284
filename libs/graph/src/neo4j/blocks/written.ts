import type { Journal } from '../../in-memory/journal.ts';
import { type TableName, tableNames } from '../../in-memory/tables.ts';
import type { Added, Block } from './block.ts';
import { picked, slice } from './rows.ts';

/** How far a journal had come before a batch. */
export type Mark = Readonly<{ lastPosition: number; rows: number; detailCount: number; tables: Readonly<Record<TableName, number>> }>;

export const markOf = (journal: Journal): Mark => ({
  lastPosition: journal.rows === 0 ? -1 : journal.position[journal.rows - 1]!,
  rows: journal.rows,
  detailCount: journal.detailCount,
  tables: Object.fromEntries(tableNames.map((name) => [name, journal.tables[name].count])) as Record<TableName, number>,
});

/** What was written to the journal since the mark; `positions` are those of all facts that were touched. */
export function writtenSince(mark: Mark, journal: Journal, positions: Iterable<number>): Block {
  const older = [...new Set(positions)].filter((position) => position <= mark.lastPosition);
  const put = older.map((position) => journal.rowAt(position)).filter((row) => row >= 0);
  return {
    appended: slice(journal, firstAfter(journal, mark.lastPosition), journal.rows),
    put: picked(journal, put),
    details: { from: mark.detailCount, values: journal.details.subarray(mark.detailCount, journal.detailCount) },
    tables: Object.fromEntries(tableNames.map((name) => [name, added(journal, name, mark.tables[name])])) as Record<TableName, Added>,
  };
}

/** Late facts came to stand among the rows of before the mark, so the first new one is looked for from the end. */
function firstAfter({ position, rows }: Journal, lastPosition: number): number {
  let row = rows;
  while (row > 0 && position[row - 1]! > lastPosition) row--;
  return row;
}

function added(journal: Journal, name: TableName, from: number): Added {
  const { ends, bytes, count } = journal.tables[name];
  const begin = from === 0 ? 0 : ends[from - 1]!;
  const lengths = new Uint32Array(count - from);
  for (let i = 0; i < lengths.length; i++) lengths[i] = ends[from + i]! - (from + i === 0 ? 0 : ends[from + i - 1]!);
  return { from, lengths, bytes: bytes.subarray(begin, count === 0 ? 0 : ends[count - 1]!) };
}
