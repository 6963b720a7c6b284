import { resized, roomFor } from './columns.ts';

const utf8 = new TextEncoder();

/** The UTF-8 bytes of the text being looked for. */
let wanted = new Uint8Array(1024);

/** Puts the bytes of a text into `wanted` and says how many they are. Ids nearly always are ASCII, one byte a character. */
function spell(text: string): number {
  if (3 * text.length > wanted.length) wanted = new Uint8Array(6 * text.length);
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code > 127) return utf8.encodeInto(text, wanted).written;
    wanted[i] = code;
  }
  return text.length;
}

/** FNV-1a, mixed once more so that neighbouring numbers in ids do not cluster. */
function hashOf(bytes: Uint8Array, begin: number, end: number): number {
  let hash = 0x811c9dc5;
  for (let i = begin; i < end; i++) hash = Math.imul(hash ^ bytes[i]!, 0x01000193);
  return (hash ^ (hash >>> 15)) >>> 0;
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
  /** Open addressing, a power of two, number + 1 or 0 for empty. */
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
    const length = spell(text);
    const slot = this.#probe(length);
    this.#last = text;
    this.#lastNumber = this.slots[slot]! === 0 ? this.#append(length, slot) : this.slots[slot]! - 1;
    return this.#lastNumber;
  }

  /** The number of `text`, -1 when it has none. */
  find(text: string): number {
    return this.slots[this.#probe(spell(text))]! - 1;
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

  #append(length: number, slot: number): number {
    const begin = this.#begin(this.count);
    const end = begin + length;
    if (end > this.bytes.length) this.bytes = resized(this.bytes, roomFor(end, this.bytes.length));
    if (this.count === this.ends.length) this.ends = resized(this.ends, roomFor(this.count + 1, this.count));
    for (let i = 0; i < length; i++) this.bytes[begin + i] = wanted[i]!;
    this.ends[this.count++] = end;
    this.slots[slot] = this.count;
    if (this.count * 2 > this.slots.length) this.#rehash();
    return this.count - 1;
  }

  /** The slot that holds the bytes wanted, or the empty one where they belong. */
  #probe(length: number): number {
    const mask = this.slots.length - 1;
    for (let slot = hashOf(wanted, 0, length) & mask; ; slot = (slot + 1) & mask) {
      const known = this.slots[slot]!;
      if (known === 0 || this.#holds(known - 1, length)) return slot;
    }
  }

  #holds(number: number, length: number): boolean {
    const { bytes } = this;
    const begin = this.#begin(number);
    if (this.ends[number]! - begin !== length) return false;
    for (let i = length - 1; i >= 0; i--) if (bytes[begin + i] !== wanted[i]) return false;
    return true;
  }

  #rehash(): void {
    this.slots = new Uint32Array(this.slots.length * 2);
    const mask = this.slots.length - 1;
    for (let number = 0; number < this.count; number++) {
      let slot = hashOf(this.bytes, this.#begin(number), this.ends[number]!) & mask;
      while (this.slots[slot] !== 0) slot = (slot + 1) & mask;
      this.slots[slot] = number + 1;
    }
  }
}
