import { type Column, resized, roomFor } from '../../in-memory/columns.ts';
import { IdTable } from '../../in-memory/id-table.ts';
import type { Journal } from '../../in-memory/journal.ts';
import { type TableName, tableNames } from '../../in-memory/tables.ts';
import type { Added, Block, Rows } from '../blocks/block.ts';
import { columnNames } from '../blocks/rows.ts';
import { sharing } from './sharing.ts';

/**
 * The journal with what these blocks wrote. The one before stays as it is, for who still asks it: they share memory as long as rows are only
 * added behind, and where an older row changes, all columns are copied first. Only the newest journal may be extended.
 */
export function extended(known: Journal, blocks: readonly Block[]): Journal {
  const journal = sharing(known);
  const rewritten = blocks.some(({ put }) => put.at.length > 0);
  const more = blocks.reduce((sum, { appended, put }) => sum + appended.at.length + put.at.length, 0); // some of those put may be new
  if (rewritten || known.rows + more > known.at.length) {
    const room = roomFor(known.rows + more, rewritten ? 0 : known.at.length);
    for (const name of columnNames) Object.assign(journal, { [name]: resized<Column>(known[name].subarray(0, known.rows), room) });
  }
  extendTables(journal, blocks);
  extendDetails(journal, blocks);
  for (const { appended, put } of blocks) {
    append(journal, appended);
    for (let i = 0; i < put.at.length; i++) copyRow(put, i, journal, journal.rowFor(put.position[i]!));
  }
  return journal;
}

/** What is known already is passed over: the blocks may reach back. */
function append(journal: Journal, rows: Rows): void {
  const last = journal.rows === 0 ? -1 : journal.position[journal.rows - 1]!;
  let from = 0;
  while (from < rows.at.length && rows.position[from]! <= last) from++;
  for (const name of columnNames) journal[name].set(rows[name].subarray(from), journal.rows);
  journal.rows += rows.at.length - from;
}

function copyRow(from: Rows, i: number, to: Rows, row: number): void {
  for (const name of columnNames) to[name][row] = from[name][i]!;
}

function extendDetails(journal: Journal, blocks: readonly Block[]): void {
  for (const { details } of blocks) {
    const end = details.from + details.values.length;
    if (end > journal.details.length) journal.details = resized(journal.details, roomFor(end, journal.details.length));
    const from = Math.max(0, journal.detailCount - details.from);
    journal.details.set(details.values.subarray(from), details.from + from);
    journal.detailCount = Math.max(journal.detailCount, end);
  }
}

function extendTables(journal: Journal, blocks: readonly Block[]): void {
  const tables = Object.fromEntries(tableNames.map((name) => [name, extendedTable(journal.tables[name], addedTo(name, blocks))]));
  Object.assign(journal, { tables });
}

const addedTo = (name: TableName, blocks: readonly Block[]): readonly Added[] => blocks.map(({ tables }) => tables[name]);

function extendedTable(known: IdTable, parts: readonly Added[]): IdTable {
  const table = Object.assign(new IdTable(), { bytes: known.bytes, ends: known.ends, count: known.count, slots: new Uint32Array(0) });
  for (const part of parts) addTo(table, part);
  return table.count === known.count ? known : table;
}

function addTo(table: IdTable, { from, lengths, bytes }: Added): void {
  const count = from + lengths.length;
  if (count <= table.count) return;
  let end = table.count === 0 ? 0 : table.ends[table.count - 1]!;
  let begin = 0;
  for (let i = from; i < table.count; i++) begin += lengths[i - from]!;
  const size = end + bytes.length - begin;
  if (size > table.bytes.length) table.bytes = resized(table.bytes, roomFor(size, table.bytes.length));
  if (count > table.ends.length) table.ends = resized(table.ends, roomFor(count, table.ends.length));
  table.bytes.set(bytes.subarray(begin), end);
  for (let number = table.count; number < count; number++) table.ends[number] = end += lengths[number - from]!;
  table.count = count;
}
