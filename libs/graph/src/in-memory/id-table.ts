import { resized, roomFor } from './columns.ts';

const utf8 = new TextEncoder();

/** The UTF-8 bytes of the text being looked for. */
let wanted = new Uint8Array(1024);

/** How many bytes are wanted, and their hash. */
let length = 0;
let hash = 0;

const seed = 0x811c9dc5;
/** FNV-1a, mixed once more at the end so that neighbouring numbers in ids do not cluster. */
const mixIn = (sum: number, byte: number): number => Math.imul(sum ^ byte, 0x01000193);
const mixed = (sum: number): number => (sum ^ (sum >>> 15)) >>> 0;

function hashOf(bytes: Uint8Array, begin: number, end: number): number {
  let sum = seed;
  for (let i = begin; i < end; i++) sum = mixIn(sum, bytes[i]!);
  return mixed(sum);
}

/** Makes a text the one wanted. Ids nearly always are ASCII, one byte a character: they are spelt and hashed in one go. */
function want(text: string): void {
  length = text.length;
  if (3 * length > wanted.length) wanted = new Uint8Array(6 * length);
  let sum = seed;
  for (let i = 0; i < length; i++) {
    const code = text.charCodeAt(i);
    if (code > 127) return wantWide(text);
    wanted[i] = code;
    sum = mixIn(sum, code);
  }
  hash = mixed(sum);
}

function wantWide(text: string): void {
  length = utf8.encodeInto(text, wanted).written;
  hash = hashOf(wanted, 0, length);
}

/** Tables of at most so many keep their strings as strings too. */
const FEW = 4096;

/**
 * Strings numbered from 0 in order of arrival. Bytes, offsets and hash slots are typed arrays, so a snapshot is a copy of memory and
 * loading one builds nothing (a Map of a million strings takes half a second and 80 bytes an entry; this takes the bytes + 12).
 */
export class IdTable {
  count = 0;
  bytes = new Uint8Array(0);
  /** Where each string ends in `bytes`; it begins where the one before ends. */
  ends = new Uint32Array(0);
  /** Open addressing, a power of two, number + 1 or 0 for empty. Too few for the strings there are: made anew when first needed. */
  slots = new Uint32Array(16);
  /** The string asked for last: communities, sources and kinds come in runs. */
  #last = '';
  #lastNumber = -1;
  /** The bytes as they are read back. */
  #view = Buffer.alloc(0);
  /** Of a table of few, as communities and words are, the strings themselves. */
  readonly #texts: string[] = [];

  /** The number of `text`, which is given one if it has none. */
  add(text: string): number {
    if (text === this.#last && this.#lastNumber >= 0) return this.#lastNumber;
    this.#last = text;
    want(text);
    const slot = this.#probe();
    return (this.#lastNumber = this.slots[slot]! === 0 ? this.#append(slot) : this.slots[slot]! - 1);
  }

  /** The number of `text`, -1 when it has none. */
  find(text: string): number {
    want(text);
    const slot = this.#probe();
    return this.slots[slot]! - 1;
  }

  text(number: number): string {
    return this.count > FEW ? this.#read(number) : (this.#texts[number] ??= this.#read(number));
  }

  #read(number: number): string {
    if (this.#view.buffer !== this.bytes.buffer) this.#view = Buffer.from(this.bytes.buffer, this.bytes.byteOffset, this.bytes.length);
    const begin = this.#begin(number);
    const end = this.ends[number]!;
    let i = begin;
    while (i < end && this.bytes[i]! < 128) i++;
    return this.#view.toString(i === end ? 'latin1' : 'utf8', begin, end); // latin1 is ASCII in half the time
  }

  /** All of them, in the order of their numbers. */
  *texts(): Generator<string> {
    for (let number = 0; number < this.count; number++) yield this.text(number);
  }

  /** Gives back the room kept for growth. */
  trim(): void {
    this.bytes = resized(this.bytes, this.#begin(this.count));
    this.ends = resized(this.ends, this.count);
  }

  /** Orders two numbers by the bytes of their strings. */
  compare(a: number, b: number): number {
    return Buffer.compare(this.#bytesOf(a), this.#bytesOf(b));
  }

  #bytesOf(number: number): Buffer {
    const begin = this.#begin(number);
    return Buffer.from(this.bytes.buffer, this.bytes.byteOffset + begin, this.ends[number]! - begin);
  }

  #begin(number: number): number {
    return number === 0 ? 0 : this.ends[number - 1]!;
  }

  #append(slot: number): number {
    const begin = this.#begin(this.count);
    const end = begin + length;
    if (end > this.bytes.length) this.bytes = resized(this.bytes, roomFor(end, this.bytes.length));
    if (this.count === this.ends.length) this.ends = resized(this.ends, roomFor(this.count + 1, this.count));
    for (let i = 0; i < length; i++) this.bytes[begin + i] = wanted[i]!;
    this.ends[this.count++] = end;
    this.slots[slot] = this.count;
    return this.count - 1;
  }

  /** The slot that holds the bytes wanted, or the empty one where they belong. At most half of them are ever taken. */
  #probe(): number {
    if (this.count * 2 >= this.slots.length) this.#rehash();
    const mask = this.slots.length - 1;
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const known = this.slots[slot]!;
      if (known === 0 || this.#holds(known - 1)) return slot;
    }
  }

  #holds(number: number): boolean {
    const { bytes } = this;
    const begin = this.#begin(number);
    if (this.ends[number]! - begin !== length) return false;
    for (let i = length - 1; i >= 0; i--) if (bytes[begin + i] !== wanted[i]) return false;
    return true;
  }

  #rehash(): void {
    this.slots = new Uint32Array(2 ** Math.ceil(Math.log2(Math.max(16, 2 * this.count + 1))));
    const mask = this.slots.length - 1;
    for (let number = 0; number < this.count; number++) {
      let slot = hashOf(this.bytes, this.#begin(number), this.ends[number]!) & mask;
      while (this.slots[slot] !== 0) slot = (slot + 1) & mask;
      this.slots[slot] = number + 1;
    }
  }
}
