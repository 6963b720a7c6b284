import type { Checkpoint, GraphChange, GraphStore } from '@kithline/graph';
import type { Recorded } from '@kithline/log';
import { applyCorrection, essenceOf } from '@kithline/touchpoints';
import { Amendments } from './amendments.ts';
import { factOf } from './fact-of.ts';
import { type Parked, readLedger, type Skipped, writeLedger } from './ledger.ts';
import { Lines, type ProjectedLog } from './lines.ts';
import { NotParked, Parking, TooManyParked } from './parking.ts';
import type { project } from './project.ts';

export type ProjectionOptions = Readonly<{
  /** What was skipped in another graph of this log, and is to be left out of this one as well. */
  skipped?: readonly Skipped[];
  /** From so many parked events on it is the projection that is wrong, not the events: it stops. */
  mostParked?: number;
  /** Another way to project than this version's. */
  project?: typeof project;
}>;

/** What became of parked events: those that are in the graph or skipped now, and those that are parked still. */
export type Settled = Readonly<{ left: readonly number[]; parked: readonly Parked[] }>;

/**
 * Applies pages of the log to a graph, each page and its checkpoint in one step. Rebuilding is doing so from nothing. After an error of the
 * log or the store nothing is known of what is in memory here: resume.
 */
export class Projection {
  readonly #log: ProjectedLog;
  readonly #store: GraphStore;
  readonly #options: ProjectionOptions;
  readonly #amendments: Amendments;
  readonly #parking: Parking;
  readonly #lines: Lines;
  #checkpoint: Checkpoint;
  /** The ledger as it was last written, and after how many edits. */
  #ledger = { edits: -1, text: '' };
  #brokeOff = false;

  private constructor(
    log: ProjectedLog,
    store: GraphStore,
    { checkpoint, options }: { checkpoint: Checkpoint; options: ProjectionOptions },
  ) {
    const { amendments, parked, skipped } = readLedger(checkpoint.ledger);
    this.#log = log;
    this.#store = store;
    this.#options = options;
    this.#checkpoint = checkpoint;
    this.#amendments = new Amendments(applyCorrection, amendments);
    this.#parking = new Parking({ parked, skipped: [...(options.skipped ?? []), ...skipped] });
    const { project } = options;
    this.#lines = new Lines({ log, amendments: this.#amendments, parking: this.#parking, ...(project && { project }) });
  }

  static async resume(log: ProjectedLog, store: GraphStore, options: ProjectionOptions = {}): Promise<Projection> {
    return new Projection(log, store, { checkpoint: await store.checkpoint(), options });
  }

  get position(): number {
    return this.#checkpoint.position;
  }

  get recordedAt(): number | null {
    return this.#checkpoint.recordedAt;
  }

  /** What could not be applied, in order of position. */
  get parked(): readonly Parked[] {
    return this.#parking.parked;
  }

  /** What was left out on purpose, in order of position. */
  get skipped(): readonly Skipped[] {
    return this.#parking.skipped;
  }

  /** Whether an error came in the midst of its work: what is parked and skipped in memory is not what the graph has, so it does nothing more. */
  get brokeOff(): boolean {
    return this.#brokeOff;
  }

  /** Applies a page that follows the checkpoint. Events at or before the checkpoint have been applied and are passed over. @throws TooManyParked */
  async apply(page: readonly Recorded[]): Promise<void> {
    const fresh = page.filter(({ position }) => position > this.position);
    const last = fresh.at(-1);
    if (!last) return;
    await this.#wholly(async () => {
      const reused = await this.#log.reused(fresh, this.position);
      const changes: GraphChange[] = [];
      for (const recorded of fresh) {
        const careful = this.#add(recorded, { reused, changes });
        if (careful) await careful;
      }
      this.#refuseTooMany();
      await this.#commit(changes, last);
    });
  }

  /**
   * Tries what is parked again: the lines in which the positions stand, or all of them. What can be applied now is, and what waits behind
   * it follows; what fails stays parked with the new error.
   * @throws NotParked
   */
  async retry(positions?: readonly number[]): Promise<Settled> {
    const tried = positions ? positions.map((position) => this.#parkedAt(position)) : this.#parking.parked;
    return this.#settle(async (changes) => {
      for (const subject of new Set(tried.map((parked) => parked.subject))) await this.#lines.goOn(subject, changes);
    });
  }

  /** Leaves a parked event out for good; what waits behind it goes on. @throws NotParked */
  async skip(position: number, reason: string): Promise<Settled> {
    const parked = this.#parkedAt(position);
    return this.#settle(async (changes) => {
      const isFirst = this.#parking.line(parked.subject)[0] === parked;
      this.#parking.skip(parked, reason);
      this.#amendments.remove(position);
      if (isFirst) await this.#lines.goOn(parked.subject, changes);
    });
  }

  /** Leaves out what was skipped in another graph of this log in the meantime: what is parked here, and what has not come yet. */
  async alsoSkip(skipped: readonly Skipped[]): Promise<void> {
    for (const { position, subject, reason } of skipped) {
      if (this.#parking.isSkipped(position)) continue;
      if (this.#parking.at(position)) await this.skip(position, reason);
      else if (position > this.position) this.#parking.leaveOut({ position, subject, reason });
    }
  }

  /** Nearly every event is an ordinary one that nobody amends; that way is kept short. */
  #add(recorded: Recorded, { reused, changes }: { reused: Reused; changes: GraphChange[] }): void | Promise<void> {
    const { position } = recorded;
    if (this.#parking.isSkipped(position)) return;
    const isPlain = this.#amendments.size === 0 && this.#parking.isClear && !reused.has(position) && !this.#options.project;
    const fact = isPlain ? factOf(essenceOf(recorded.line) ?? recorded.event, position) : undefined;
    if (!fact) return this.#lines.add(recorded, reused.get(position), changes);
    changes.push({ change: 'record', fact });
  }

  #parkedAt(position: number): Parked {
    const parked = this.#parking.at(position);
    if (parked) return parked;
    throw new NotParked(`nothing is parked at position ${position}`);
  }

  #refuseTooMany(): void {
    const { mostParked = Infinity } = this.#options;
    if (this.#parking.count <= mostParked) return;
    const { position, error } = this.#parking.parked[0]!;
    throw new TooManyParked(
      `${this.#parking.count} events cannot be applied, more than ${mostParked}: the first is at position ${position} (${error})`,
    );
  }

  async #settle(work: (changes: GraphChange[]) => Promise<void>): Promise<Settled> {
    const before = this.#parking.parked;
    await this.#wholly(async () => {
      const changes: GraphChange[] = [];
      await work(changes);
      if (before.length > 0) await this.#commit(changes, this.#checkpoint);
    });
    return { left: before.flatMap(({ position }) => (this.#parking.at(position) ? [] : [position])), parked: this.#parking.parked };
  }

  /** Work that comes to its commit, or is the last. */
  async #wholly(work: () => Promise<void>): Promise<void> {
    if (this.#brokeOff) throw new Error('this projection broke off in the midst of its work: resume from the checkpoint of the graph');
    try {
      await work();
    } catch (error) {
      this.#brokeOff = true;
      throw error;
    }
  }

  async #commit(changes: readonly GraphChange[], { position, recordedAt }: Pick<Checkpoint, 'position' | 'recordedAt'>): Promise<void> {
    const to = { position, recordedAt, ledger: this.#ledgerText() };
    await this.#store.apply(changes, this.position, to);
    this.#checkpoint = to;
  }

  /** Written anew only when something changed: with many amendments it is long. */
  #ledgerText(): string {
    const edits = this.#amendments.edits + this.#parking.edits;
    if (this.#ledger.edits === edits) return this.#ledger.text;
    const { parked, skipped } = this.#parking;
    this.#ledger = { edits, text: writeLedger({ amendments: this.#amendments.all(), parked, skipped }) };
    return this.#ledger.text;
  }
}

/** Positions of events whose stored id is that of an earlier one, and where that stands. */
type Reused = ReadonlyMap<number, number>;
