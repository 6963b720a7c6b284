import { setTimeout as wait } from 'node:timers/promises';
import { Journal } from '../../in-memory/journal.ts';
import type { Block } from '../blocks/block.ts';
import { BLOCK_FORMAT, decode } from '../blocks/codec.ts';
import { GraphMoved, GraphUnavailable } from '../graph-unavailable.ts';
import { type Answered, type Server, whole } from '../server.ts';
import { readStanding, type Standing } from './checkpoint.ts';
import { extended } from './extended.ts';

/** A journal as of a checkpoint; it does not change any more. */
export type Reading = Readonly<{ journal: Journal; standing: Standing }>;

/**
 * How often blocks that do not fit together yet are asked for again, each time a millisecond later: a batch, or a merge of blocks, is
 * being committed. Together a second and more, since a busy server may stop in the middle of that.
 */
const ATTEMPTS = 50;

/** Keeps the journal of one generation (of this id, where it is told), and reads only what was written since it last looked. */
export class Reader {
  readonly #server: Server;
  readonly #generation: number;
  readonly #id: string | undefined;
  readonly #g: unknown;
  #journal = new Journal();
  #batch = 0;
  #turn: Promise<unknown> = Promise.resolve();

  constructor(server: Server, generation: number, id?: string) {
    this.#server = server;
    this.#generation = generation;
    this.#id = id;
    this.#g = whole(generation);
  }

  /** The journal as of a batch, where that is the one that was read last. */
  known(batch: number): Journal | undefined {
    return batch === this.#batch ? this.#journal : undefined;
  }

  /** The journal as of the newest checkpoint. @throws GraphMoved when the number is that of another generation by now; GraphUnavailable */
  newest(): Promise<Reading> {
    const reading = this.#turn.then(() => this.#read());
    this.#turn = reading.catch(() => undefined);
    return reading;
  }

  /**
   * Readers see each commit at once but several one by one, so the checkpoint is asked before the blocks: they reach at least as far, or
   * are not whole yet; and where a merged one reaches further, the checkpoint has gone on too.
   */
  async #read(): Promise<Reading> {
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      const standing = await readStanding(this.#server, this.#generation);
      if (this.#id !== undefined && standing.id !== this.#id) throw new GraphMoved('this graph was replaced by another one: ask again');
      if (standing.batch === this.#batch) return { journal: this.#journal, standing };
      await this.#extend(standing.batch);
      if (standing.batch === this.#batch) return { journal: this.#journal, standing };
      await wait(attempt);
    }
    const { address } = this.#server;
    throw new GraphUnavailable('failed', address, `${address}: the columns of generation ${this.#generation} are not whole: rebuild it`);
  }

  async #extend(upTo: number): Promise<void> {
    const rows = await this.#server.read('blocks/since', { g: this.#g, known: whole(this.#batch) });
    const wanted = rows.filter(isThere).filter(({ first }) => (first as number) <= upTo);
    const { blocks, reach } = followingOn(wanted, this.#batch);
    if (reach < upTo) return;
    this.#journal = extended(this.#journal, await Promise.all(blocks.map((row) => this.#block(row))));
    this.#batch = reach;
  }

  async #block({ format, data }: Answered): Promise<Block> {
    const { address } = this.#server;
    if (format === BLOCK_FORMAT) return decode(data as string);
    throw new GraphUnavailable(
      'not-prepared',
      address,
      `${address} holds columns of format ${String(format)}, this version reads ${BLOCK_FORMAT}: rebuild the graph`,
    );
  }
}

/** Of a block that is deleted after it was found, since a merged one took its place, any property may be read as null. */
const isThere = (row: Answered): boolean => ['first', 'last', 'format', 'data'].every((name) => row[name] !== null);

/**
 * The blocks that follow each other without a gap, and how far they reach. One behind a gap waits for the merged one that has what is
 * missing: what that has of before it would be passed over as known.
 */
function followingOn(found: readonly Answered[], known: number): Readonly<{ blocks: readonly Answered[]; reach: number }> {
  let reach = known;
  const blocks = found.filter(({ first, last }) => {
    if ((first as number) > reach + 1) return false;
    reach = Math.max(reach, last as number);
    return true;
  });
  return { blocks, reach };
}
