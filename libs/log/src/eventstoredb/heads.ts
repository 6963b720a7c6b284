import { nothingYet } from '../hash-chain.ts';
import type { Head, Position } from '../event-log.ts';
import type { Reader } from './reader.ts';
import type { StreamNames } from './stream-names.ts';

const empty: Head = { position: 0, recordedAt: null, hash: nothingYet };

/** Finds the last event of a tenant, from the end of the server's log backwards, once past what others and the server itself wrote. */
export class Heads {
  readonly #reader: Reader;
  readonly #names: StreamNames;
  #head: Head = empty;
  /** Where the server's log ended when the head was looked for: there is nothing of ours between the two. */
  #end: Position = 0;

  constructor(reader: Reader, names: StreamNames) {
    this.#reader = reader;
    this.#names = names;
  }

  async now(): Promise<Head> {
    let page = await this.#reader.before();
    const end = page[0]?.recorded.position ?? 0;
    const known = end >= this.#end ? this.#end : 0; // a server that was set back to a backup: nothing is known of it
    for (; page.length > 0; page = await this.#reader.before(page.at(-1)?.recorded.position)) {
      const ours = page.find(({ stream }) => this.#names.has(stream));
      if (ours && ours.recorded.position > known) {
        const { position, recordedAt } = ours.recorded;
        return this.#keep({ position, recordedAt, hash: null }, end);
      }
      if ((page.at(-1)?.recorded.position ?? 0) <= known) return this.#keep(this.#head, end);
    }
    return this.#keep(empty, end);
  }

  /** Two may look at the same moment: the later find stands. */
  #keep(head: Head, end: Position): Head {
    this.#head = head;
    this.#end = end;
    return head;
  }
}
