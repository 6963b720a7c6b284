import { Derived } from '../../in-memory/derived.ts';
import type { Journal } from '../../in-memory/journal.ts';
import { NamingTable } from '../../in-memory/naming-table.ts';
import { GraphMoved } from '../graph-unavailable.ts';
import type { Server } from '../server.ts';
import type { Standing } from './checkpoint.ts';
import { Reader } from './reader.ts';
import { sharing } from './sharing.ts';

/** What figures are computed from, as of one checkpoint. */
export type Scanned = Readonly<{ derived: Derived; naming: NamingTable }>;

/**
 * Figures of one generation: its columns are read once, and then only what came since; the scans over them are those of the in-memory
 * graph, so each figure has one definition.
 */
export class Figures {
  readonly generation: number;
  readonly id: string;
  readonly #reader: Reader;
  readonly #scanned = new WeakMap<Journal, Scanned>();

  constructor(server: Server, generation: number, id: string) {
    this.generation = generation;
    this.id = id;
    this.#reader = new Reader(server, generation, id);
  }

  /** What the figures stood on at this checkpoint. @throws GraphMoved when something of it was changed since, or all of it replaced; GraphUnavailable */
  async at(asked: Standing): Promise<Scanned> {
    const { journal, standing } = await this.#reader.newest();
    if (standing.turned > asked.batch) throw new GraphMoved(`what was known at ${asked.position} was changed since: ask again`);
    return this.#scan(standing.batch === asked.batch ? journal : cut(journal, asked.position));
  }

  /** The same where it is at hand: some figure was asked at this very checkpoint, and nothing has come since. */
  known({ batch }: Standing): Scanned | undefined {
    const journal = this.#reader.known(batch);
    return journal && this.#scanned.get(journal);
  }

  #scan(journal: Journal): Scanned {
    const known = this.#scanned.get(journal);
    if (known) return known;
    const derived = new Derived(journal);
    const scanned = { derived, naming: new NamingTable(derived) };
    this.#scanned.set(journal, scanned);
    return scanned;
  }
}

/** Nothing but additions came since, so what was known at a position are the rows up to it; ids that are in none of them are nobody's. */
function cut(known: Journal, position: number): Journal {
  const journal = sharing(known);
  while (journal.rows > 0 && journal.position[journal.rows - 1]! > position) journal.rows--;
  return journal;
}
