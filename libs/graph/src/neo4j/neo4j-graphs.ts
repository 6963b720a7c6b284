import type { PersonId, ReferralId } from '@kithline/touchpoints';
import type { Checkpoint } from '../graph-store.ts';
import { erasedAt } from '../in-memory/erased-at.ts';
import type { ErasedAt, Naming } from '../naming.ts';
import type { Orders } from '../orders.ts';
import type { ReferralGraph } from '../referral-graph.ts';
import { allGenerations, beginGeneration, dropGeneration, type Generation, switchGeneration } from './generations.ts';
import { GraphUnavailable } from './graph-unavailable.ts';
import { migrate } from './migrations.ts';
import { Figures, type Scanned } from './reading/figures.ts';
import { isUnchanged, isOneGeneration, type LiveStanding } from './live-standing.ts';
import { isThere, missing, readCheckpoint, type Standing, standingOf, unmoved } from './reading/checkpoint.ts';
import { Neo4jGraphStore } from './neo4j-graph-store.ts';
import { Neo4jOrders } from './neo4j-orders.ts';
import { Neo4jReferralGraph } from './neo4j-referral-graph.ts';
import { type Answered, Server, type Where, whole } from './server.ts';

/** A graph as it was opened last: mostly nothing has happened since. */
type Opened = LiveStanding & Readonly<{ naming: Naming | undefined; graph: Neo4jReferralGraph }>;

/** The graphs on a Neo4j server: one live, others being built or about to be dropped. One driver for the process. */
export class Neo4jGraphs {
  /** What is asked of the one writer. */
  readonly orders: Orders;
  readonly #server: Server;
  #figures: Figures | undefined;
  #opened: Opened | undefined;

  private constructor(server: Server) {
    this.#server = server;
    this.orders = new Neo4jOrders(server);
  }

  /** @throws GraphUnavailable (`unavailable`, `denied`): it is up to the caller to wait and try again */
  static async connect(where: Where): Promise<Neo4jGraphs> {
    const server = new Server(where);
    try {
      await server.greet();
      return new Neo4jGraphs(server);
    } catch (error) {
      await server.close();
      throw error;
    }
  }

  /** Prepares the server: constraints and indexes, by number; what was made before is left as it is. */
  async migrate(): Promise<void> {
    await migrate(this.#server);
  }

  /** Every generation there is, the oldest first. */
  async generations(): Promise<readonly Generation[]> {
    return allGenerations(this.#server);
  }

  /** The generation that questions are answered from, null before the first one. */
  async live(): Promise<number | null> {
    return (await this.generations()).find(({ live }) => live)?.generation ?? null;
  }

  /** A new generation, empty, beside the others. */
  async begin(): Promise<number> {
    return beginGeneration(this.#server);
  }

  store(generation: number): Neo4jGraphStore {
    return new Neo4jGraphStore(this.#server, generation);
  }

  /** Where a generation stands, as it was shown to readers. @throws GraphUnavailable (`missing`) */
  async checkpoint(generation: number): Promise<Checkpoint> {
    return readCheckpoint(this.#server, generation);
  }

  /** Makes a generation the live one. @throws CheckpointConflict when another one than `from` is live; GraphUnavailable (`missing`) */
  async switchTo(generation: number, from: number | null): Promise<void> {
    await switchGeneration(this.#server, generation, from);
  }

  /** Takes a generation away that is not live; where that was interrupted, doing it again finishes it. */
  async drop(generation: number): Promise<void> {
    await dropGeneration(this.#server, generation);
  }

  /**
   * The live graph (or that of a generation) as of its checkpoint, under its own naming unless another is given. Its questions throw
   * GraphMoved when what was known then has been changed since.
   * @throws GraphUnavailable (`missing`) when no graph is live
   */
  async graph(naming?: Naming, generation?: number): Promise<ReferralGraph> {
    return (await this.#open(naming, generation)).graph;
  }

  /** The live graph, and where it stood when it was opened. @throws GraphUnavailable (`missing`) when no graph is live */
  async newest(): Promise<LiveStanding & Readonly<{ graph: ReferralGraph }>> {
    return this.#open(undefined, undefined);
  }

  /** Where the live graph stands. @throws GraphUnavailable (`missing`) when no graph is live */
  async standing(): Promise<LiveStanding> {
    const { of, standing } = await this.#standing();
    const { id, batch, position } = standing;
    return { generation: of, id, batch, position };
  }

  /** Who may be named, as the newest live graph has it: what is laid over a graph at an earlier K. */
  async naming(): Promise<Naming> {
    return (await this.#scanned()).naming;
  }

  /** What went with an erasure, as the newest live graph has it. */
  async erased(): Promise<ErasedAt> {
    return erasedAt((await this.#scanned()).derived);
  }

  /** The referrals made for a person, under whichever of their ids: what a decision looks at, whatever was consented to. @throws GraphMoved */
  async referralsOf(person: PersonId): Promise<readonly ReferralId[]> {
    const { of, standing } = await this.#standing();
    const [row] = await this.#server.read('walks/referrals-of', { g: whole(of), person });
    return unmoved(row, standing)['referrals'] as readonly ReferralId[];
  }

  /** The CloudEvents sources of the facts of the live graph, also of those taken back since. @throws GraphMoved */
  async sources(): Promise<readonly string[]> {
    const { of } = await this.#standing();
    const [row] = await this.#server.read('generation/sources', { g: whole(of) });
    return unmoved(row)['sources'] as readonly string[];
  }

  async close(): Promise<void> {
    await this.#server.close();
  }

  async #scanned(): Promise<Scanned> {
    const { of, standing } = await this.#standing();
    return this.#figuresOf(of, standing).at(standing);
  }

  /** Columns are kept of one generation: the live one, in all but tests. */
  #figuresOf(generation: number, { id }: Standing): Figures {
    if (!this.#figures || !isOneGeneration(this.#figures, { generation, id })) this.#figures = new Figures(this.#server, generation, id);
    return this.#figures;
  }

  async #open(naming: Naming | undefined, generation: number | undefined): Promise<Opened> {
    const { of, standing } = await this.#standing(generation);
    const known = this.#opened;
    const { id, batch, position } = standing;
    if (known && isUnchanged(known, { generation: of, id, batch }) && known.naming === naming) return known;
    const graph = new Neo4jReferralGraph(
      { server: this.#server, generation: of, figures: this.#figuresOf(of, standing) },
      standing,
      naming,
    );
    return (this.#opened = { generation: of, id, batch, position, naming, graph });
  }

  async #standing(generation?: number): Promise<Readonly<{ of: number; standing: Standing }>> {
    const [row] = await this.#row(generation);
    if (!isThere(row)) throw generation === undefined ? this.#noneLive() : missing(this.#server, generation);
    return { of: row['generation'] as number, standing: standingOf(row) };
  }

  async #row(generation?: number): Promise<readonly Answered[]> {
    if (generation === undefined) return this.#server.glance('generation/live');
    const rows = await this.#server.glance('generation/checkpoint', { g: whole(generation) });
    return rows.map((row) => ({ ...row, generation }));
  }

  #noneLive(): GraphUnavailable {
    const { address } = this.#server;
    return new GraphUnavailable('missing', address, `${address} has no live graph yet: start the projector, which builds one`);
  }
}
