import { setTimeout as wait } from 'node:timers/promises';
import type { EventStoreLog } from '@kithline/log/eventstoredb';
import { Network } from '../network.ts';
import { type ParkedList, type ParkedOrder, parkedIn, type SettledList } from '../parked/parked.ts';
import { Problem } from '../problem/problem.ts';
import { type Proved, provedBy, type Verified, verifyLog } from '../standing/proof.ts';
import type { Status, Track } from '../standing/status.ts';
import { askWriter } from '../writer/orders.ts';
import { keepLink, keptLink } from './kept-link.ts';
import type { SharedGraph } from './shared-graph.ts';
import { servedProof } from './served-proof.ts';
import { servedStatus, type StatusProgress } from './served-status.ts';

/** Milliseconds between two looks at an order, and until somebody is told that it is not done yet. */
const [LOOK, PATIENCE] = [100, 20_000];

export type ServedParts = Readonly<{
  log: EventStoreLog;
  graph: SharedGraph;
  /** Where what was computed of this log is kept; undefined: nowhere. */
  folder: string | undefined;
  /** An id that nobody else has. */
  newId: () => string;
}>;

/** A network whose log and graph are on servers, for any number of processes. */
export class ServedNetwork extends Network {
  override readonly log: EventStoreLog;
  override readonly graph: SharedGraph;
  readonly #folder: string | undefined;
  readonly #newId: () => string;

  constructor({ log, graph, folder, newId }: ServedParts) {
    super();
    this.log = log;
    this.graph = graph;
    this.#folder = folder;
    this.#newId = newId;
  }

  override async status({ quick }: Readonly<{ quick: boolean }>, progress?: StatusProgress): Promise<Status> {
    const verified = quick ? undefined : await this.verify(progress?.hash);
    return servedStatus(this, { verified, ...(progress && { progress }) });
  }

  /** The hashes are computed from the last one that was kept. */
  override async verify(progress?: Track): Promise<Verified> {
    if (this.#folder === undefined) return verifyLog(this.log, progress);
    const verified = await verifyLog(this.log, progress, await keptLink(this.log, this.#folder));
    const { position, hash } = verified;
    if (hash !== null && position > 0) await keepLink(this.log, this.#folder, { position, hash });
    return verified;
  }

  override async parked(): Promise<ParkedList> {
    await this.graph.look();
    return parkedIn(this.graph);
  }

  /** Has the projector do it. @throws Problem when it refuses, or has not done it yet: then it will */
  override async settle(order: ParkedOrder): Promise<SettledList> {
    const settled = await askWriter(await this.graph.orders(), order, {
      id: this.#newId(),
      onProgress: () => undefined,
      pause: () => wait(LOOK),
      signal: AbortSignal.timeout(PATIENCE),
    });
    if (!settled) throw new Problem('unavailable', 'order_waits', 'no projector has done it yet; it is left for the one that comes');
    await this.graph.look();
    return settled as SettledList;
  }

  override async prove(progress?: Track): Promise<Proved> {
    return provedBy(await servedProof(this, progress));
  }

  override async rebuild(): Promise<never> {
    throw onlyEmbedded('the graph on Neo4j is built anew by the projector: kithline rebuild has it do that');
  }

  override async backup(): Promise<never> {
    throw onlyEmbedded('the log is on EventStoreDB, which is backed up by its own means; kithline export writes every event to a file');
  }

  async close(): Promise<void> {
    await this.graph.close();
    await this.log.close();
  }
}

/** What is not done where log and graph are on servers. */
export const onlyEmbedded = (detail: string): Problem => new Problem('conflict', 'only_embedded', detail);
