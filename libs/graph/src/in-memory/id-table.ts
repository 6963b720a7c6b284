import { resized, roomFor } from './columns.ts';

const encoder = new TextEncoder();
/** No id is longer than 128 characters, and no interned word much longer; a UTF-8 character has at most three bytes a UTF-16 unit. */
const widest = (text: string): number => text.length * 3;

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

  /** The number of `text`, which is given one if it has none. */
  add(text: string): number {
    const end = this.#stage(text);
    const slot = this.#probe(end);
    const known = this.slots[slot]!;
    if (known !== 0) return known - 1;
    this.ends = this.count < this.ends.length ? this.ends : resized(this.ends, roomFor(this.count + 1, this.ends.length));
    this.ends[this.count++] = end;
    this.slots[slot] = this.count;
    if (this.count * 2 > this.slots.length) this.#rehash();
    return this.count - 1;
  }

  /** The number of `text`, -1 when it has none. */
  find(text: string): number {
    return this.slots[this.#probe(this.#stage(text))]! - 1;
  }

  text(number: number): string {
    return Buffer.from(this.bytes.buffer, this.bytes.byteOffset + this.#begin(number), this.ends[number]! - this.#begin(number)).toString();
  }

  /** Orders two numbers by the bytes of their strings. */
  compare(a: number, b: number): number {
    return Buffer.compare(this.bytes.subarray(this.#begin(a), this.ends[a]), this.bytes.subarray(this.#begin(b), this.ends[b]));
  }

  #begin(number: number): number {
    return number === 0 ? 0 : this.ends[number - 1]!;
  }

  /** Writes the string behind the last one and returns where it ends; it stays only if `add` counts it. */
  #stage(text: string): number {
    const begin = this.#begin(this.count);
    if (begin + widest(text) > this.bytes.length) this.bytes = resized(this.bytes, roomFor(begin + widest(text), this.bytes.length));
    for (let i = 0; i < text.length; i++) {
      const unit = text.charCodeAt(i);
      if (unit > 127) return begin + encoder.encodeInto(text, this.bytes.subarray(begin)).written;
      this.bytes[begin + i] = unit;
    }
    return begin + text.length;
  }

  /** The slot that holds the staged string, or the empty one where it belongs. */
  #probe(end: number): number {
    const begin = this.#begin(this.count);
    const mask = this.slots.length - 1;
    for (let slot = this.#hash(begin, end) & mask; ; slot = (slot + 1) & mask) {
      const known = this.slots[slot]!;
      if (known === 0 || this.#same(known - 1, begin, end)) return slot;
    }
  }

  #same(number: number, begin: number, end: number): boolean {
    const from = this.#begin(number);
    if (this.ends[number]! - from !== end - begin) return false;
    for (let i = begin, j = from; i < end; i++, j++) if (this.bytes[i] !== this.bytes[j]) return false;
    return true;
  }

  /** FNV-1a, mixed once more so that neighbouring numbers in ids do not cluster. */
  #hash(begin: number, end: number): number {
    let hash = 0x811c9dc5;
    for (let i = begin; i < end; i++) hash = Math.imul(hash ^ this.bytes[i]!, 0x01000193);
    return (hash ^ (hash >>> 15)) >>> 0;
  }

  #rehash(): void {
    this.slots = new Uint32Array(this.slots.length * 2);
    const mask = this.slots.length - 1;
    for (let number = 0; number < this.count; number++) {
      let slot = this.#hash(this.#begin(number), this.ends[number]!) & mask;
      while (this.slots[slot] !== 0) slot = (slot + 1) & mask;
      this.slots[slot] = number + 1;
    }
  }
}
