import type { Checkpoint, GraphChange, GraphStore } from '@kithline/graph';
import type { EventLog, Recorded } from '@kithline/log';
import { applyCorrection, essenceOf, storedId } from '@kithline/touchpoints';
import { Amendments, isAmendment, targetOf } from './amendments.ts';
import { factOf } from './fact-of.ts';
import { type Parked, readLedger, writeLedger } from './ledger.ts';
import { type Identified, project } from './project.ts';

/** Applies pages of the log to a graph, each page and its checkpoint in one step. Rebuilding is doing so from nothing. */
export class Projection {
  readonly #log: EventLog;
  readonly #store: GraphStore;
  #checkpoint: Checkpoint;
  readonly #amendments: Amendments;
  readonly #parked: Parked[];

  private constructor(log: EventLog, store: GraphStore, checkpoint: Checkpoint) {
    const { amendments, parked } = readLedger(checkpoint.ledger);
    this.#log = log;
    this.#store = store;
    this.#checkpoint = checkpoint;
    this.#amendments = new Amendments(applyCorrection, amendments);
    this.#parked = [...parked];
  }

  static async resume(log: EventLog, store: GraphStore): Promise<Projection> {
    return new Projection(log, store, await store.checkpoint());
  }

  get position(): number {
    return this.#checkpoint.position;
  }

  get parked(): readonly Parked[] {
    return this.#parked;
  }

  /** Applies a page that follows the checkpoint. Events at or before the checkpoint have been applied and are passed over. */
  async apply(page: readonly Recorded[]): Promise<void> {
    const changes: GraphChange[] = [];
    for (const recorded of page) {
      const careful = recorded.position > this.position ? this.#add(recorded, changes) : undefined;
      if (careful) await careful;
    }
    const last = page.at(-1);
    if (!last || last.position <= this.position) return;
    const to = { position: last.position, recordedAt: last.recordedAt, ledger: this.#ledger() };
    await this.#store.apply(changes, this.position, to);
    this.#checkpoint = to;
  }

  /** Nearly every event is an ordinary one that nobody amends; that way is kept short. */
  #add(recorded: Recorded, changes: GraphChange[]): void | Promise<void> {
    const fact = this.#amendments.size === 0 ? factOf(essenceOf(recorded.line) ?? recorded.event, recorded.position) : undefined;
    if (!fact) return this.#addWithCare(recorded, !isAmendment(recorded.event), changes);
    changes.push({ change: 'record', fact });
  }

  async #addWithCare(recorded: Recorded, ordinary: boolean, changes: GraphChange[]): Promise<void> {
    const { subject, source, id } = recorded.event;
    const event = { id: storedId(source, id), recorded };
    if (!ordinary) this.#amendments.add({ id: event.id, position: recorded.position, event: recorded.event });
    const held = this.#parked.some((parked) => parked.subject === subject);
    if (held) return void this.#parked.push({ position: recorded.position, subject, error: 'waits behind a parked event of its subject' });
    try {
      const target = ordinary ? undefined : await this.#root(recorded);
      if (ordinary || target) changes.push(...project(event, this.#amendments, target));
    } catch (error) {
      this.#parked.push({ position: recorded.position, subject, error: (error as Error).message });
    }
  }

  /** The event an amendment comes down to: its target, or the target of that when it amends an amendment. Not there yet: undefined. */
  async #root(amendment: Recorded): Promise<Identified | undefined> {
    const seen = new Set<string>();
    for (let id = targetOf(amendment.event); !seen.has(id);) {
      seen.add(id);
      const found = await this.#log.byId(id);
      if (!found || found.position >= amendment.position) return undefined;
      if (!isAmendment(found.event)) return { id, recorded: found };
      id = targetOf(found.event);
    }
    return undefined;
  }

  #ledger(): string {
    return writeLedger({ amendments: this.#amendments.all(), parked: this.#parked });
  }
}
