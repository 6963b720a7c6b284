import { nothingYet } from '../hash-chain.ts';
import type { Head, Position } from '../event-log.ts';
import type { Reader } from './reader.ts';
import type { Stored } from './stored.ts';
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
    const first = await this.#reader.before();
    const end = positionOf(first[0]);
    const known = end >= this.#end ? this.#end : 0; // a server that was set back to a backup: nothing is known of it
    for (let page = first; page.length > 0; page = await this.#reader.before(positionOf(page.at(-1)))) {
      const last = page.find(({ stream, recorded }) => this.#names.has(stream) && recorded.position > known);
      if (last) return this.#keep(headAt(last), end);
      if (positionOf(page.at(-1)) <= known) return this.#keep(this.#head, end);
    }
    return this.#keep(empty, end);
  }

  /** Where the log ended at a position. */
  async at(upTo: Position): Promise<Head> {
    const head = await this.now();
    if (head.position <= upTo) return head;
    const place = await this.#reader.placeOf(upTo);
    const stored = place === 0 ? undefined : await this.#reader.at(place);
    for (let page = stored ? [stored] : []; page.length > 0; page = [...(await this.#reader.before(positionOf(page.at(-1))))]) {
      const last = page.find(({ stream }) => this.#names.has(stream));
      if (last) return headAt(last);
    }
    return empty;
  }

  /** Two may look at the same moment: the later find stands. */
  #keep(head: Head, end: Position): Head {
    this.#head = head;
    this.#end = end;
    return head;
  }
}

const headAt = ({ recorded: { position, recordedAt } }: Stored): Head => ({ position, recordedAt, hash: null });
const positionOf = (stored: Stored | undefined): Position => stored?.recorded.position ?? 0;
