import { deflateRawSync, inflateRaw } from 'node:zlib';
import { promisify } from 'node:util';
import { type TableName, tableNames } from '../../in-memory/tables.ts';
import type { Added, Block, Rows } from './block.ts';
import { packed, type Packed, unpack } from './numbers.ts';
import { columnNames, emptyRows } from './rows.ts';

/** Raise when what is written means something else. */
export const BLOCK_FORMAT = 1;

/** What is written first: how many numbers there are in each column, and how each is packed. */
type Layout = [count: number, smallest: number, unit: number, width: Packed['width'], bytes: number];

/** Positions rise by little, so the steps between them are what is kept. */
function steps(positions: Float64Array): Float64Array {
  return positions.map((position, i) => (i === 0 ? position : position - positions[i - 1]!));
}
function summed(positions: Float64Array): Float64Array {
  for (let i = 1; i < positions.length; i++) positions[i] = positions[i]! + positions[i - 1]!;
  return positions;
}

/** A block as text. Bytes would be a quarter less, but the driver reads those one by one, a hundred times slower. */
export function encode({ appended, put, details, tables }: Block): string {
  const layouts: Layout[] = [];
  const parts: Uint8Array[] = [];
  const add = (values: Parameters<typeof packed>[0]): void => {
    const { smallest, unit, width, bytes } = packed(values);
    layouts.push([values.length, smallest, unit, width, bytes.length]);
    parts.push(bytes);
  };
  for (const rows of [appended, put]) {
    for (const name of columnNames) add(name === 'position' ? steps(rows.position) : rows[name]);
  }
  add(details.values);
  for (const name of tableNames) {
    add(tables[name].lengths);
    layouts.push([tables[name].bytes.length, 0, 1, 1, tables[name].bytes.length]);
    parts.push(tables[name].bytes);
  }
  const from = [details.from, ...tableNames.map((name) => tables[name].from)];
  const head = Buffer.from(JSON.stringify({ from, layouts }));
  const length = Buffer.alloc(4);
  length.writeUInt32LE(head.length);
  return deflateRawSync(Buffer.concat([length, head, ...parts]), { level: 1 }).toString('base64');
}

const inflate = promisify<Uint8Array, Buffer>(inflateRaw);

/** The block behind the text. Unpacking is done by Node's own threads, several blocks at a time. */
export async function decode(text: string): Promise<Block> {
  return new Decoder(await inflate(Buffer.from(text, 'base64'))).block();
}

/** Reads the columns in the order in which they were written. */
class Decoder {
  readonly #plain: Buffer;
  readonly #from: readonly number[];
  readonly #layouts: readonly Layout[];
  #offset: number;
  #next = 0;

  constructor(plain: Buffer) {
    const headEnd = 4 + plain.readUInt32LE(0);
    const { from, layouts } = JSON.parse(plain.toString('utf8', 4, headEnd)) as { from: number[]; layouts: Layout[] };
    this.#plain = plain;
    this.#from = from;
    this.#layouts = layouts;
    this.#offset = headEnd;
  }

  block(): Block {
    const [appended, put] = [this.#rows(), this.#rows()];
    const details = { from: this.#from[0]!, values: this.#into(new Float64Array(this.#length)) };
    const tables = tableNames.map((name, number) => [name, this.#table(this.#from[number + 1]!)]);
    return { appended, put, details, tables: Object.fromEntries(tables) as Record<TableName, Added> };
  }

  /** Of the column that comes next. */
  get #length(): number {
    return this.#layouts[this.#next]![0];
  }

  #rows(): Rows {
    const rows = emptyRows(this.#length);
    for (const name of columnNames) this.#into(rows[name]);
    summed(rows.position);
    return rows;
  }

  #table(from: number): Added {
    const lengths = this.#into(new Uint32Array(this.#length));
    return { from, lengths, bytes: this.#part().bytes };
  }

  #into<C extends Float64Array | Uint32Array | Int32Array | Uint8Array>(column: C): C {
    return unpack(this.#part(), column);
  }

  #part(): Packed {
    const [, smallest, unit, width, size] = this.#layouts[this.#next++]!;
    const bytes = this.#plain.subarray(this.#offset, this.#offset + size);
    this.#offset += size;
    return { smallest, unit, width, bytes };
  }
}
