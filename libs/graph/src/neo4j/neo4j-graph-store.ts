import type { GraphChange, GraphFact } from '../graph-fact.ts';
import { CheckpointConflict, type Checkpoint, type GraphStore } from '../graph-store.ts';
import { factAt } from '../in-memory/fact-at.ts';
import { fingerprintOf } from '../in-memory/fingerprint.ts';
import type { Covered } from './blocks/compaction.ts';
import { GraphUnavailable } from './graph-unavailable.ts';
import { readCheckpoint } from './reading/checkpoint.ts';
import { Reader } from './reading/reader.ts';
import { type Server, whole } from './server.ts';
import { Components } from './writing/components.ts';
import { Writer } from './writing/writer.ts';

/** The writing side of one generation of the graph. One batch is one transaction: nodes, relationships, columns and checkpoint. */
export class Neo4jGraphStore implements GraphStore {
  readonly generation: number;
  readonly #server: Server;
  #writer: Writer | undefined;
  /** A batch of which is not known whether it was applied: the connection broke while it was being committed. */
  #unsettled: Readonly<{ from: number; to: Checkpoint }> | undefined;

  constructor(server: Server, generation: number) {
    this.#server = server;
    this.generation = generation;
  }

  /** Where the writer goes on from: what was committed last, also by a process that ended before it could show it. @throws GraphUnavailable */
  async checkpoint(): Promise<Checkpoint> {
    await this.#publish();
    return readCheckpoint(this.#server, this.generation);
  }

  /**
   * Where the connection breaks while a batch is committed, the checkpoint tells whether it was; when that cannot be read either, the same
   * batch given again settles it.
   * @throws CheckpointConflict when the checkpoint's position is not `from`; GraphUnavailable
   */
  async apply(changes: readonly GraphChange[], from: number, to: Checkpoint): Promise<void> {
    if (this.#unsettled?.from === from && this.#unsettled.to.position === to.position && (await this.#isAt(to))) return;
    const writer = await this.#writerAt(from);
    try {
      await writer.apply(changes, to);
      await this.#publish();
      this.#writer = await writer.tidy();
    } catch (error) {
      this.#writer = undefined;
      if (!(error instanceof GraphUnavailable)) throw error;
      this.#unsettled = { from, to };
      if (!(await this.#isAt(to).catch(() => false))) throw error;
    }
  }

  /** SHA-256 over every fact: the same as of an in-memory graph that applied the same log. */
  async fingerprint(): Promise<string> {
    const { journal, standing } = await new Reader(this.#server, this.generation).newest();
    return fingerprintOf(journal, standing);
  }

  /** Every fact that stands, in order of position. */
  async *facts(): AsyncIterable<GraphFact> {
    const { journal } = await new Reader(this.#server, this.generation).newest();
    for (let row = 0; row < journal.rows; row++) {
      const fact = factAt(journal, row);
      if (fact) yield fact;
    }
  }

  /** The writer in step with the checkpoint, which must be at `from`. */
  async #writerAt(from: number): Promise<Writer> {
    const writer = this.#writer?.position === from ? this.#writer : await this.#newWriter();
    if (writer.position !== from) {
      throw new CheckpointConflict(`the graph is at position ${writer.position}, not at ${from}: it has a second writer`);
    }
    return (this.#writer = writer);
  }

  async #newWriter(): Promise<Writer> {
    await this.#publish();
    const reading = await new Reader(this.#server, this.generation).newest();
    const g = whole(this.generation);
    const blocks = (await this.#server.read('blocks/sizes', { g })) as unknown as readonly Covered[];
    const components = await Components.read(this.#server, g, reading.journal);
    return new Writer(this.#server, this.generation, { ...reading, blocks, components });
  }

  async #isAt({ position, ledger }: Checkpoint): Promise<boolean> {
    const checkpoint = await this.checkpoint();
    this.#unsettled = undefined;
    return checkpoint.position === position && checkpoint.ledger === ledger;
  }

  /** Shows readers what was committed, and waits for what is being committed. */
  async #publish(): Promise<void> {
    await this.#server.change('generation/publish', { g: whole(this.generation) });
  }
}
