import type { Journal, numberColumns } from '../../in-memory/journal.ts';
import type { TableName } from '../../in-memory/tables.ts';

/** Rows of the journal, column by column. */
export type Rows = Pick<Journal, 'position' | 'at' | 'type' | (typeof numberColumns)[number]>;

/** Strings that were added to a table: those from number `from` on, their bytes one after the other, and the length of each. */
export type Added = Readonly<{ from: number; lengths: Uint32Array; bytes: Uint8Array }>;

/**
 * What one batch, or several in a row, did to the journal. Everything stands at a place of its own (a row at its position, a string under
 * its number), so that reading a block again, or one that others were merged into, changes nothing that was read before.
 */
export type Block = Readonly<{
  /** New rows behind all that were there. */
  appended: Rows;
  /** Rows that read so now, or that came late and stand among older ones; in the order in which they were written. */
  put: Rows;
  /** `details` of the journal from `from` on. */
  details: Readonly<{ from: number; values: Float64Array }>;
  tables: Readonly<Record<TableName, Added>>;
}>;
