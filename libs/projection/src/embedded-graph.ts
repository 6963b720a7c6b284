import { type ErasedAt, InMemoryGraphStore, type ReferralGraph } from '@kithline/graph';
import type { EventLog, Recorded } from '@kithline/log';
import type { PersonId, ReferralId } from '@kithline/touchpoints';
import type { Parked, Skipped } from './ledger.ts';
import { catchUp, type Progress } from './follow.ts';
import { Projection, type Settled } from './projection.ts';
import { readSkips, writeSkips } from './skips.ts';
import { type Report, Snapshots } from './snapshots.ts';
import { sourcesOf } from './sources.ts';

export type EmbeddedOptions = Readonly<{ log: EventLog; folder: string; report: Report; progress?: Progress }>;

/** The in-memory graph beside its log: the newest valid snapshot, and the rest of the log applied. */
export class EmbeddedGraph {
  readonly snapshots: Snapshots;
  readonly store: InMemoryGraphStore;
  /** The position of the snapshot this start began with, 0 when it began with nothing. */
  readonly startedFrom: number;
  readonly #options: EmbeddedOptions;
  #projection: Projection;

  private constructor(
    options: EmbeddedOptions,
    start: { snapshots: Snapshots; store: InMemoryGraphStore; from: number },
    projection: Projection,
  ) {
    this.#options = options;
    this.snapshots = start.snapshots;
    this.store = start.store;
    this.startedFrom = start.from;
    this.#projection = projection;
  }

  static async open(options: EmbeddedOptions): Promise<EmbeddedGraph> {
    const snapshots = new Snapshots(options.folder, options.log, options.report);
    const { position } = await options.log.head();
    const store = await snapshots.nearest(position);
    const from = (await store.checkpoint()).position;
    const projection = await catchUp(options.log, store, position, { progress: options.progress, skipped: readSkips(options.folder) });
    return new EmbeddedGraph(options, { snapshots, store, from }, projection);
  }

  /** How far the log has been applied. */
  get position(): number {
    return this.#projection.position;
  }

  get parked(): readonly Parked[] {
    return this.#projection.parked;
  }

  /** What was left out on purpose. */
  get skipped(): readonly Skipped[] {
    return this.#projection.skipped;
  }

  /** Tries parked events again, see Projection. */
  async retry(positions?: readonly number[]): Promise<Settled> {
    return this.#settle((projection) => projection.retry(positions));
  }

  /** Leaves a parked event out for good, see Projection. */
  async skip(position: number, reason: string): Promise<Settled> {
    return this.#settle(async (projection) => {
      const settled = await projection.skip(position, reason);
      writeSkips(this.#options.folder, projection.skipped);
      return settled;
    });
  }

  /** The newest snapshot, and where this start began; null where there is none. */
  get snapshot(): Readonly<{ position: number; startedFrom: number }> | null {
    const [position] = this.snapshots.positions();
    return position === undefined ? null : { position, startedFrom: this.startedFrom };
  }

  /** What went with an erasure, as the newest graph has it. */
  erased(): ErasedAt {
    return this.store.erased();
  }

  /** The referrals made for a person, under whichever of their ids: what a decision looks at, whatever was consented to. */
  async referralsOf(person: PersonId): Promise<readonly ReferralId[]> {
    return this.store.referralsOf(person);
  }

  /** The CloudEvents sources of everything that was applied. */
  sources(): Promise<readonly string[]> {
    return sourcesOf(this.store);
  }

  fingerprint(): string {
    return this.store.fingerprint();
  }

  /** The same graph from the log alone: every snapshot is taken away first. */
  async rebuilt(): Promise<EmbeddedGraph> {
    this.snapshots.clear();
    return EmbeddedGraph.open(this.#options);
  }

  /** Applies a page of the log that follows what has been applied. */
  async apply(page: readonly Recorded[]): Promise<void> {
    await (await this.#sound()).apply(page);
  }

  /** The newest graph. */
  graph(): ReferralGraph {
    return this.store.graph();
  }

  /** The newest graph, or as known at an earlier K, by replay from the nearest snapshot; naming is the newest graph's (METRICS C0.6). */
  async graphAt(position = Infinity): Promise<ReferralGraph> {
    if (position >= this.#projection.position) return this.graph();
    const store = await this.snapshots.nearest(position);
    await catchUp(this.#options.log, store, position, { progress: this.#options.progress, skipped: this.skipped });
    return store.graph(this.store.naming());
  }

  /** Where it fails, what is parked stays as it was. Snapshots of before hold what was parked then. */
  async #settle(work: (projection: Projection) => Promise<Settled>): Promise<Settled> {
    const settled = await work(await this.#sound()).catch(async (error: unknown) => {
      await this.#sound();
      throw error;
    });
    this.snapshots.clear();
    await this.snapshots.save(this.store);
    return settled;
  }

  /** The projection; where it broke off, one that begins with what the graph has. */
  async #sound(): Promise<Projection> {
    if (!this.#projection.brokeOff) return this.#projection;
    const { log, folder } = this.#options;
    return (this.#projection = await Projection.resume(log, this.store, { skipped: readSkips(folder) }));
  }

  /** Writes a snapshot when the graph has moved since the one it started from. */
  async save(): Promise<void> {
    if (this.#projection.position > this.startedFrom) await this.snapshots.save(this.store);
  }
}

export type RebuiltOptions = Readonly<{ progress?: Progress | undefined; skipped?: readonly Skipped[] }>;

/** The fingerprint of the graph built from the log alone, up to a position: what a live graph is proved against. */
export async function rebuiltFingerprint(log: EventLog, upTo: number, options: RebuiltOptions = {}): Promise<string> {
  const store = new InMemoryGraphStore();
  await catchUp(log, store, upTo, options);
  return store.fingerprint();
}
