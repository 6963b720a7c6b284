import * as crypto from 'node:crypto';

const size = 32;
const utf8 = new TextEncoder();

/** The hash before the first event: 32 zero bytes, as hex. */
export const nothingYet = '0'.repeat(2 * size);

/**
 * The chain that names a whole log by its last link: the hash of an event is SHA-256(the 32 bytes of the one before, zeros at first,
 * + the UTF-8 bytes of its line). One buffer holds both, so that a link costs one call (DESIGN, envelope).
 */
export class HashChain {
  #bytes: Buffer = Buffer.alloc(16 * 1024);
  #afterHead: Buffer = this.#bytes.subarray(size);
  readonly #next: Buffer = Buffer.alloc(size);

  /** @param head the hash of the last event, as hex */
  constructor(head: string = nothingYet) {
    this.#bytes.write(head, 'hex');
  }

  /** The hash that `line` has if it comes next. The bytes are overwritten by the next call. */
  next(line: string): Buffer {
    if (size + 3 * line.length > this.#bytes.length) this.#grow(size + 3 * line.length);
    const end = size + utf8.encodeInto(line, this.#afterHead).written;
    this.#next.write(crypto.hash('sha256', this.#bytes.subarray(0, end), 'hex'), 'hex');
    return this.#next;
  }

  /** Makes the line last asked about the head. */
  accept(): void {
    this.#next.copy(this.#bytes);
  }

  /** Adds a line and returns its hash as hex. */
  add(line: string): string {
    this.next(line);
    this.accept();
    return this.head;
  }

  /** The hash of the last line accepted, as hex. */
  get head(): string {
    return this.#bytes.toString('hex', 0, size);
  }

  #grow(length: number): void {
    const larger = Buffer.alloc(2 * length);
    this.#bytes.copy(larger, 0, 0, size);
    this.#bytes = larger;
    this.#afterHead = larger.subarray(size);
  }
}
