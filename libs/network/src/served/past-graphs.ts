import { InMemoryGraphStore, type Naming, type ReferralGraph } from '@kithline/graph';
import type { EventLog } from '@kithline/log';
import { catchUp, type Ledger, type Progress, type ProjectedLog, type Report, Snapshots } from '@kithline/projection';
import { lineHash } from './own-folder.ts';

/** A snapshot is worth writing when a replay without it would apply at least this many facts. */
const WORTH_KEEPING = 1_000;
/** How many graphs of the past are kept: those between which a person goes to and fro. */
const KEPT = 2;

export type PastGraphsParts = Readonly<{
  log: EventLog;
  /** Where snapshots of this log are kept, undefined: nowhere. */
  folder: string | undefined;
  report: Report;
  progress?: Progress;
}>;

/** What the live graph has parked, and what was left out of it on purpose. */
type KeptOut = Pick<Ledger, 'parked' | 'skipped'>;

/** Graphs as known at an earlier K: replays of the log in memory, from the nearest snapshot, one at a time. */
export class PastGraphs {
  readonly #log: EventLog;
  readonly #progress: Progress | undefined;
  readonly #snapshots: Snapshots | undefined;
  readonly #stores = new Map<string, Promise<InMemoryGraphStore>>();
  #last: Promise<unknown> = Promise.resolve();

  constructor({ log, folder, report, progress }: PastGraphsParts) {
    this.#log = log;
    this.#progress = progress;
    if (folder !== undefined) this.#snapshots = new Snapshots(folder, { hashAt: (at) => lineHash(log, at) }, report);
  }

  /** The graph as known at K, less what was left out of the newest, under the naming of the newest. */
  async at(position: number, keptOut: KeptOut, naming: Naming): Promise<ReferralGraph> {
    const key = JSON.stringify([position, keptOut.parked.map((parked) => parked.position), keptOut.skipped]);
    const store = this.#stores.get(key) ?? this.#replayed(position, keptOut);
    this.#stores.delete(key);
    this.#stores.set(key, store); // what was asked last stands last
    const [oldest] = this.#stores.keys();
    if (oldest !== undefined && this.#stores.size > KEPT) this.#stores.delete(oldest);
    store.catch(() => this.#stores.delete(key));
    return (await store).graph(naming);
  }

  #replayed(position: number, keptOut: KeptOut): Promise<InMemoryGraphStore> {
    const replayed = this.#last.then(() => this.#replay(position, keptOut));
    this.#last = replayed.catch(() => undefined);
    return replayed;
  }

  async #replay(position: number, { parked, skipped }: KeptOut): Promise<InMemoryGraphStore> {
    const store = (await this.#snapshots?.nearest(position)) ?? new InMemoryGraphStore();
    const { rows } = store.journal;
    const projection = await catchUp(trusting(this.#log, new Set(parked.map((event) => event.position))), store, position, {
      skipped,
      progress: this.#progress,
    });
    // What is parked may be settled one day, so a snapshot that holds it would be wrong then.
    if (projection.parked.length === 0 && store.journal.rows - rows >= WORTH_KEEPING) await this.#snapshots?.save(store);
    return store;
  }
}

/**
 * The log for a replay of what a live graph has applied: that has looked already which events have an id that another one has, and has parked
 * them. Where it has parked none of a page there are none, and the whole log need not be read to find out.
 */
const trusting = (log: EventLog, parked: ReadonlySet<number>): ProjectedLog & Pick<EventLog, 'head' | 'readAll'> => ({
  byId: (storedId) => log.byId(storedId),
  readStream: (stream) => log.readStream(stream),
  readAll: (after, upTo) => log.readAll(after, upTo),
  head: (upTo) => log.head(upTo),
  reused: async (page, after) => (page.some(({ position }) => parked.has(position)) ? log.reused(page, after) : new Map()),
});
