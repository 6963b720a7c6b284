import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { InMemoryGraphStore, readSnapshot, type Snapshot, SnapshotDamaged, writeSnapshot } from '@kithline/graph';
import type { EventLog } from '@kithline/log';

/** Told of a snapshot that was passed over, with the reason. The log has everything, so nothing is lost. */
export type Report = (line: string) => void;

const pattern = /^graph-(\d{16})\.snapshot$/;

/** The snapshots of one graph, beside its log: the newest for a quick start, older ones for questions about an earlier K. */
export class Snapshots {
  readonly #folder: string;
  readonly #log: Pick<EventLog, 'hashAt'>;
  readonly #report: Report;

  constructor(folder: string, log: Pick<EventLog, 'hashAt'>, report: Report) {
    this.#folder = folder;
    this.#log = log;
    this.#report = report;
  }

  /** Positions of the snapshots there are, newest first. */
  positions(): readonly number[] {
    return this.#files()
      .flatMap((name) => pattern.exec(name)?.[1] ?? [])
      .map(Number)
      .sort((a, b) => b - a);
  }

  /** The newest valid snapshot of this log at or before a position; an empty store when there is none. */
  async nearest(position: number): Promise<InMemoryGraphStore> {
    for (const at of this.positions().filter((found) => found <= position)) {
      const snapshot = this.#read(at);
      if (!snapshot) continue;
      if (snapshot.proof === (await this.#log.hashAt(at))) return snapshot.store;
      this.#report(`${this.#path(at)} belongs to another log; it is left aside and the graph is built from the log`);
    }
    return new InMemoryGraphStore();
  }

  async save(store: InMemoryGraphStore): Promise<void> {
    const checkpoint = await store.checkpoint();
    if (checkpoint.position === 0) return;
    mkdirSync(this.#folder, { recursive: true });
    writeSnapshot(this.#path(checkpoint.position), store, checkpoint, await this.#log.hashAt(checkpoint.position));
    this.#thin();
  }

  /** Removes every snapshot: the next start builds the graph from the log. */
  clear(): void {
    for (const at of this.positions()) rmSync(this.#path(at), { force: true });
  }

  #path(position: number): string {
    return join(this.#folder, `graph-${String(position).padStart(16, '0')}.snapshot`);
  }

  #files(): readonly string[] {
    try {
      return readdirSync(this.#folder);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
      throw error;
    }
  }

  #read(position: number): Snapshot | undefined {
    try {
      return readSnapshot(this.#path(position));
    } catch (error) {
      if (!(error instanceof SnapshotDamaged)) throw error;
      this.#report(`${error.message}; it is left aside and the graph is built from the log`);
      return undefined;
    }
  }

  /** Keeps the newest, and of those 1, 2 to 3, 4 to 7, 8 to 15 … positions back the oldest: a handful for any length of log. */
  #thin(): void {
    const [newest = 0, ...older] = this.positions();
    const kept = new Set<number>();
    for (const at of [...older].reverse()) {
      const bucket = Math.floor(Math.log2(newest - at));
      if (kept.has(bucket)) rmSync(this.#path(at), { force: true });
      kept.add(bucket);
    }
  }
}
