import { createHash } from 'node:crypto';
import { closeSync, fstatSync, fsyncSync, openSync, readSync, renameSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { crc32 } from 'node:zlib';
import { eventTypes } from '@kithline/touchpoints';
import type { Checkpoint } from '../graph-store.ts';
import type { Column } from './columns.ts';
import { Derived } from './derived.ts';
import { InMemoryGraphStore } from './in-memory-graph-store.ts';
import { Journal, numberColumns } from './journal.ts';
import { NamingTable } from './naming-table.ts';
import type { OrderedRows } from './ordered-rows.ts';
import { tableNames } from './tables.ts';

/** The snapshot cannot be used; the log has everything, so nothing is lost by leaving it. */
export class SnapshotDamaged extends Error {
  override name = 'SnapshotDamaged';
}

const MAGIC = 'KITHSNAP';
/** Raise when the meaning of a section changes. A new event type changes the ranks stored in columns, so the list of types is part of it. */
const FORMAT = `1-${createHash('sha256').update(eventTypes.join()).digest('hex').slice(0, 8)}`;
const kinds = { Float64Array, Int32Array, Uint32Array, Uint8Array };

type Section = Readonly<{ name: string; kind: keyof typeof kinds; length: number }>;
type Header = Readonly<{ format: string; checkpoint: Checkpoint; rows: number; proof: string | null; sections: readonly Section[] }>;

/** What a snapshot says of itself. `proof` is the hash of the log's event at the checkpoint: it ties the snapshot to one log. */
export type Snapshot = Readonly<{ store: InMemoryGraphStore; proof: string | null }>;

const padded = (bytes: number): number => Math.ceil(bytes / 8) * 8;

/** Writes the graph beside the log: whole or not at all (a temporary file, flushed, then renamed). */
export function writeSnapshot(path: string, store: InMemoryGraphStore, checkpoint: Checkpoint, proof: string | null): void {
  const columns = Object.entries(columnsOf(store));
  const sections = columns.map(([name, column]) => ({ name, kind: column.constructor.name as Section['kind'], length: column.length }));
  const header: Header = { format: FORMAT, checkpoint, rows: store.journal.rows, proof, sections };
  const text = Buffer.from(JSON.stringify(header));
  const head = Buffer.alloc(24 + padded(text.length), 0x20);
  head.write(MAGIC, 0, 'latin1');
  head.writeUInt32LE(text.length, 8);
  text.copy(head, 24);
  // Empty parts must go: zlib's crc32 of nothing is 0, whatever came before.
  const parts = columns
    .flatMap(([, { buffer, byteOffset, byteLength }]) => [
      new Uint8Array(buffer, byteOffset, byteLength),
      new Uint8Array(padded(byteLength) - byteLength),
    ])
    .filter((part) => part.length > 0);
  head.writeUInt32LE(
    parts.reduce((sum, part) => crc32(part, sum), crc32(head.subarray(24))),
    12,
  );
  const temporary = `${path}.${process.pid}.tmp`;
  const file = openSync(temporary, 'w');
  for (const part of [head, ...parts]) for (let done = 0; done < part.length;) done += writeSync(file, part, done);
  fsyncSync(file);
  closeSync(file);
  renameSync(temporary, path);
  const folder = openSync(dirname(path), 'r');
  fsyncSync(folder);
  closeSync(folder);
}

/**
 * Reads a snapshot; its columns are views of the file's bytes, so nothing is built.
 * @throws SnapshotDamaged when it is cut short, altered, or of another format
 */
export function readSnapshot(path: string): Snapshot {
  const bytes = readWhole(path);
  const head = Buffer.from(bytes, 0, Math.min(24, bytes.byteLength));
  if (head.length < 24 || head.toString('latin1', 0, 8) !== MAGIC) throw new SnapshotDamaged(`${path} is not a snapshot`);
  if (crc32(new Uint8Array(bytes, 24)) !== head.readUInt32LE(12)) throw new SnapshotDamaged(`${path} does not match its checksum`);
  const header = JSON.parse(Buffer.from(bytes, 24, head.readUInt32LE(8)).toString()) as Header;
  if (header.format !== FORMAT) throw new SnapshotDamaged(`${path} has format ${header.format}, this version reads ${FORMAT}`);
  return { store: restore(header, viewsOf(bytes, 24 + padded(head.readUInt32LE(8)), header.sections)), proof: header.proof };
}

function readWhole(path: string): ArrayBuffer {
  const file = openSync(path, 'r');
  try {
    const bytes = new ArrayBuffer(fstatSync(file).size);
    const view = new Uint8Array(bytes);
    for (let done = 0; done < view.length;) {
      const read = readSync(file, view, done, view.length - done, done);
      if (read === 0) throw new SnapshotDamaged(`${path} is cut short`);
      done += read;
    }
    return bytes;
  } finally {
    closeSync(file);
  }
}

function viewsOf(bytes: ArrayBuffer, start: number, sections: readonly Section[]): Record<string, Column> {
  let offset = start;
  return Object.fromEntries(
    sections.map(({ name, kind, length }) => {
      const view = new kinds[kind](bytes, offset, length);
      offset += padded(view.byteLength);
      return [name, view];
    }),
  );
}

/** Every column worth keeping, under its name. */
function columnsOf(store: InMemoryGraphStore): Record<string, Column> {
  const { journal } = store;
  journal.trim();
  const { referrals, made, timelines, consents } = store.derived();
  const columns: Record<string, Column> = {
    position: journal.position,
    at: journal.at,
    type: journal.type,
    details: journal.details,
    made,
  };
  for (const name of numberColumns) columns[name] = journal[name];
  for (const name of tableNames) {
    const { bytes, ends, slots } = journal.tables[name];
    columns[`${name}.bytes`] = bytes;
    columns[`${name}.ends`] = ends;
    columns[`${name}.slots`] = slots;
  }
  for (const [key, ordered] of Object.entries({ referrals, timelines, consents })) {
    for (const [name, column] of Object.entries(ordered)) columns[`${key}.${name}`] = column;
  }
  columns['naming'] = store.naming().codes;
  return columns;
}

function restore(header: Header, columns: Record<string, Column>): InMemoryGraphStore {
  const journal = new Journal();
  const { position, at, type, details, made, naming, ...rest } = columns;
  Object.assign(journal, { rows: header.rows, position, at, type, details, detailCount: details!.length });
  for (const name of numberColumns) journal[name] = rest[name] as Int32Array<ArrayBuffer>;
  for (const name of tableNames) {
    const ends = rest[`${name}.ends`] as Uint32Array;
    Object.assign(journal.tables[name], { bytes: rest[`${name}.bytes`], ends, slots: rest[`${name}.slots`], count: ends.length });
  }
  const ordered = (key: string): OrderedRows =>
    Object.fromEntries(['offsets', 'rows', 'at', 'code', 'word'].map((name) => [name, rest[`${key}.${name}`]])) as unknown as OrderedRows;
  const derived = new Derived(journal, {
    rows: journal.rows,
    referrals: ordered('referrals'),
    made: made as Int32Array,
    timelines: ordered('timelines'),
    consents: ordered('consents'),
  });
  return new InMemoryGraphStore(journal, header.checkpoint, { derived, naming: new NamingTable(derived, naming as Uint8Array) });
}
