import { createHash, type Hash } from 'node:crypto';
import type { Checkpoint } from '../graph-store.ts';
import { RETRACTED } from './codes.ts';
import type { Column } from './columns.ts';
import type { Journal } from './journal.ts';
import { referringColumns, type ReferringColumn, tableOf } from './references.ts';
import { NOTHING } from './rows.ts';
import { type TableName, tableNames } from './tables.ts';

/**
 * SHA-256 over every fact that stands, in order of position. Numbers of tables are given anew in the order in which they are met, so that
 * graphs which came to the same facts on different ways (corrected, retracted, applied late after they had been parked) agree in it.
 */
export function fingerprintOf(journal: Journal, { position, recordedAt }: Pick<Checkpoint, 'position' | 'recordedAt'>): string {
  const hash = createHash('sha256').update(JSON.stringify({ position, recordedAt }));
  const rows = standing(journal);
  update(
    hash,
    filled(new Float64Array(rows.length), rows, (row) => journal.position[row]!),
  );
  update(
    hash,
    filled(new Float64Array(rows.length), rows, (row) => journal.at[row]!),
  );
  update(
    hash,
    filled(new Uint8Array(rows.length), rows, (row) => journal.type[row]!),
  );
  update(
    hash,
    filled(new Float64Array(rows.length), rows, (row) => journal.detailOf(row)),
  );
  const numberings = Object.fromEntries(tableNames.map((name) => [name, new Numbering(journal.tables[name].count)])) as Numberings;
  for (const column of referringColumns) update(hash, renumbered(journal, column, { rows, numberings }));
  for (const name of tableNames) hash.update(JSON.stringify(numberings[name].met.map((number) => journal.tables[name].text(number))));
  return hash.digest('hex');
}

type Numberings = Readonly<Record<TableName, Numbering>>;

/** The numbers of one table, given anew. */
class Numbering {
  /** The old numbers in their new order. */
  readonly met: number[] = [];
  readonly #anew: Int32Array;

  constructor(count: number) {
    this.#anew = new Int32Array(count).fill(NOTHING);
  }

  of(number: number): number {
    const known = this.#anew[number]!;
    if (known !== NOTHING) return known;
    return (this.#anew[number] = this.met.push(number) - 1);
  }
}

const update = (hash: Hash, { buffer, byteOffset, byteLength }: ArrayBufferView): unknown =>
  hash.update(new Uint8Array(buffer, byteOffset, byteLength));

/** Rows that were not retracted. */
function standing({ type, rows }: Journal): Uint32Array {
  const found = new Uint32Array(rows);
  let count = 0;
  for (let row = 0; row < rows; row++) if (type[row] !== RETRACTED) found[count++] = row;
  return found.subarray(0, count);
}

function filled<C extends Column>(column: C, rows: Uint32Array, value: (row: number) => number): C {
  for (let i = 0; i < rows.length; i++) column[i] = value(rows[i]!);
  return column;
}

function renumbered(
  journal: Journal,
  column: ReferringColumn,
  { rows, numberings }: Readonly<{ rows: Uint32Array; numberings: Numberings }>,
): Int32Array {
  return filled(new Int32Array(rows.length), rows, (row) => {
    const number = journal[column][row]!;
    const table = number === NOTHING ? undefined : tableOf(column, journal.type[row]!);
    return table === undefined ? number : numberings[table].of(number);
  });
}
