import type { GraphChange } from '@kithline/graph';
import type { EventLog, Recorded } from '@kithline/log';
import { storedId } from '@kithline/touchpoints';
import { type Amendments, isAmendment, targetOf } from './amendments.ts';
import type { Parking } from './parking.ts';
import { type Identified, project } from './project.ts';

/** What a projection asks of the log beside the pages it is given. */
export type ProjectedLog = Pick<EventLog, 'byId' | 'readStream' | 'reused'>;

type LineParts = Readonly<{ log: ProjectedLog; amendments: Amendments; parking: Parking; project?: typeof project }>;

/** Applies events that need care, each in the line of its subject: what cannot be applied is parked, what comes after it waits. */
export class Lines {
  readonly #log: ProjectedLog;
  readonly #amendments: Amendments;
  readonly #parking: Parking;
  readonly #project: typeof project;

  constructor({ log, amendments, parking, project: given = project }: LineParts) {
    this.#log = log;
    this.#amendments = amendments;
    this.#parking = parking;
    this.#project = given;
  }

  /** Applies an event that comes for the first time. `first` is where an earlier event of the same stored id stands. */
  async add(recorded: Recorded, first: number | undefined, changes: GraphChange[]): Promise<void> {
    const { event, position } = recorded;
    const amends = isAmendment(event) && first === undefined;
    if (amends) this.#amendments.add({ id: storedId(event.source, event.id), position, event });
    if (this.#parking.line(event.subject).length === 0) return this.#try(recorded, first, changes);
    this.#parking.wait(recorded);
    if (amends) await this.goOn(event.subject, changes); // it may mend what stands before it
  }

  /** Tries the line of a subject from its front, up to the first event that fails. */
  async goOn(subject: string, changes: GraphChange[]): Promise<void> {
    const line = this.#parking.line(subject);
    if (line.length === 0) return;
    const stream = new Map((await this.#log.readStream(subject)).map((recorded) => [recorded.position, recorded]));
    for (const { position } of line) {
      const recorded = stream.get(position);
      if (!recorded) throw new Error(`the log no longer has the event at position ${position}`);
      const reused = await this.#log.reused([recorded], position - 1);
      await this.#try(recorded, reused.get(position), changes);
      if (this.#parking.keepsOut(position)) return;
    }
  }

  /** Applies an event, or parks it. What the log cannot answer now is no reason to park: that is thrown. */
  async #try(recorded: Recorded, first: number | undefined, changes: GraphChange[]): Promise<void> {
    const { source, id, subject } = recorded.event;
    if (first !== undefined) return this.#parking.park(recorded, idReused({ source, id, first }));
    const amends = isAmendment(recorded.event);
    const target = amends ? await this.#root(recorded) : undefined;
    try {
      if (!amends || target) changes.push(...this.#project({ id: storedId(source, id), recorded }, this.#amendments, target));
      this.#parking.leave({ position: recorded.position, subject });
    } catch (error) {
      this.#parking.park(recorded, (error as Error).message);
    }
  }

  /**
   * The event an amendment comes down to: its target, or the target of that when it amends an amendment. Undefined while that is not there,
   * and where it is kept out of the graph.
   */
  async #root(amendment: Recorded): Promise<Identified | undefined> {
    const seen = new Set<string>();
    for (let id = targetOf(amendment.event); !seen.has(id);) {
      seen.add(id);
      const found = await this.#log.byId(id);
      if (!found || found.position >= amendment.position) return undefined;
      if (!isAmendment(found.event)) return this.#parking.keepsOut(found.position) ? undefined : { id, recorded: found };
      id = targetOf(found.event);
    }
    return undefined;
  }
}

const idReused = ({ source, id, first }: Readonly<{ source: string; id: string; first: number }>): string =>
  `id_reused: id "${id}" of source "${source}" is already recorded at position ${first} with another body`;
