import type { Checkpoint, ErasedAt, Orders, ReferralGraph } from '@kithline/graph';
import { isOneGeneration, isUnchanged, type LiveStanding, type Neo4jGraphs } from '@kithline/graph/neo4j';
import type { EventLog } from '@kithline/log';
import { type Ledger, type Parked, readLedger, type Skipped } from '@kithline/projection';
import type { PersonId, ReferralId } from '@kithline/touchpoints';
import { askedAgain } from '../asking/asked-again.ts';
import type { GraphInUse, Projected } from '../graph-source.ts';
import { Listeners } from '../listeners.ts';
import { refuseAnotherLog } from '../standing/same-log.ts';
import type { PastGraphs } from './past-graphs.ts';

/** Milliseconds between two looks at the checkpoint: while somebody waits for a position, usually, and while the server is away. */
const [WAITED_FOR, USUALLY, AWAY] = [20, 200, 1_000];

export type SharedGraphParts = Readonly<{
  /** @throws GraphUnavailable */
  connect: () => Promise<Neo4jGraphs>;
  /** What the graph must have been built from. */
  log: Pick<EventLog, 'head'>;
  past: PastGraphs;
  /** Told after every look while it is followed: what is wrong, or undefined. */
  heard: (trouble: Error | undefined) => void;
}>;

type Known = LiveStanding & Pick<Ledger, 'parked' | 'skipped'>;
const nothing: Known = { generation: 0, id: '', batch: -1, position: 0, parked: [], skipped: [] };

/** The live graph on Neo4j, which a projector keeps: the newest knowledge; what was known earlier is replayed from the log. */
export class SharedGraph implements GraphInUse {
  readonly #parts: SharedGraphParts;
  readonly #listeners = new Listeners();
  #graphs: Promise<Neo4jGraphs> | undefined;
  #known = nothing;
  #version = 0;
  #looking: Promise<void> | undefined;
  #waiting = 0;
  #wake: () => void = () => undefined;
  /** Why the last look failed while it is followed. */
  trouble: Error | undefined;

  constructor(parts: SharedGraphParts) {
    this.#parts = parts;
  }

  /** How far the log had been applied when the checkpoint was looked at last. */
  get position(): number {
    return this.#known.position;
  }
  get version(): number {
    return this.#version;
  }
  get parked(): readonly Parked[] {
    return this.#known.parked;
  }
  /** What was left out on purpose. */
  get skipped(): readonly Skipped[] {
    return this.#known.skipped;
  }

  /** Looks where the graph stands. @throws GraphUnavailable; AnotherLog when it was built from another log than ours */
  look(): Promise<void> {
    return (this.#looking ??= askedAgain(() => this.#look()).finally(() => (this.#looking = undefined)));
  }

  /** The graphs of the server, whatever they were built from. @throws GraphUnavailable */
  graphs(): Promise<Neo4jGraphs> {
    this.#graphs ??= this.#parts.connect().catch((error: unknown) => {
      this.#graphs = undefined;
      throw error;
    });
    return this.#graphs;
  }

  /** What is asked of the one writer. @throws GraphUnavailable */
  async orders(): Promise<Orders> {
    return (await this.graphs()).orders;
  }

  /** A graph on a server is asked as of one checkpoint. */
  asking<T>(work: () => Promise<T>): Promise<T> {
    return work();
  }

  async graphAt(position = Infinity): Promise<ReferralGraph> {
    const graph = await this.#newest();
    if (position >= graph.position) return graph;
    const naming = await (await this.graphs()).naming();
    return this.#parts.past.at(position, this.#known, naming);
  }

  async erased(): Promise<ErasedAt> {
    const graphs = await this.#ours();
    return askedAgain(() => graphs.erased());
  }

  async referralsOf(person: PersonId): Promise<readonly ReferralId[]> {
    const graphs = await this.#ours();
    return askedAgain(() => graphs.referralsOf(person));
  }

  /** The CloudEvents sources of everything that was applied. */
  async sources(): Promise<readonly string[]> {
    const graphs = await this.#ours();
    return askedAgain(async () => {
      const { generation } = await graphs.standing();
      const { amendments } = readLedger((await graphs.checkpoint(generation)).ledger);
      return [...new Set([...(await graphs.sources()), ...amendments.map(({ event }) => event.source)])];
    });
  }

  async follow(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      this.trouble = (await this.look().catch((error: Error) => error)) ?? undefined;
      this.#parts.heard(this.trouble);
      await this.#pause(signal);
    }
  }

  onProjected(tell: Projected): () => void {
    return this.#listeners.add(tell);
  }

  async waitFor(position: number, ms: number): Promise<boolean> {
    if (this.position >= position) return true;
    this.#waiting++;
    this.#wake();
    return this.#listeners.until(position, ms).finally(() => this.#waiting--);
  }

  async close(): Promise<void> {
    await (await this.#graphs?.catch(() => undefined))?.close();
  }

  /** The graphs of the server, of which the live one was seen to belong to this log when it was looked at last. @throws as `look` does */
  async #ours(): Promise<Neo4jGraphs> {
    if (this.#known === nothing || this.trouble) await this.look();
    return this.graphs();
  }

  /** The newest graph, with what was parked then. */
  async #newest(): Promise<ReferralGraph> {
    const graphs = await this.graphs();
    for (;;) {
      const opened = await graphs.newest();
      if (isUnchanged(opened, this.#known)) return opened.graph;
      await this.look();
    }
  }

  /** What is parked stands in the ledger of a checkpoint, which is read only when something has changed. */
  async #look(): Promise<void> {
    const graphs = await this.graphs();
    for (let standing = await graphs.standing(); !isUnchanged(standing, this.#known);) {
      const checkpoint = await graphs.checkpoint(standing.generation);
      const again = await graphs.standing();
      if (isUnchanged(again, standing)) await this.#accept(standing, checkpoint);
      standing = again;
    }
  }

  /** Whose it is, is asked once for each generation: what is written to it later comes of the same log. */
  async #accept(standing: LiveStanding, { recordedAt, ledger }: Checkpoint): Promise<void> {
    if (!isOneGeneration(standing, this.#known)) await refuseAnotherLog(this.#parts.log, { ...standing, recordedAt });
    this.#keep({ ...standing, ...readLedger(ledger) });
  }

  #keep({ generation, id, batch, position, parked, skipped }: Known): void {
    this.#known = { generation, id, batch, position, parked, skipped };
    this.#version++;
    this.#listeners.tell(position);
  }

  /** Until the next look. */
  async #pause(signal: AbortSignal): Promise<void> {
    const usually = this.#waiting > 0 ? WAITED_FOR : USUALLY;
    await new Promise<void>((resolve) => {
      const end = (): void => {
        clearTimeout(timer);
        signal.removeEventListener('abort', end);
        resolve();
      };
      const timer = setTimeout(end, this.trouble ? AWAY : usually);
      signal.addEventListener('abort', end, { once: true });
      this.#wake = this.trouble ? () => undefined : end;
    });
  }
}
