import type { Recorded } from '@kithline/log';
import type { Ledger, Parked, Skipped } from './ledger.ts';

const WAITS = 'waits behind a parked event of its subject';

/** More is parked than may be. Nothing of the page was applied. */
export class TooManyParked extends Error {
  override name = 'TooManyParked';
}

/** Nothing is parked at a position that somebody named. */
export class NotParked extends Error {
  override name = 'NotParked';
  readonly field = 'position';
}

/** What is parked, in a line for each subject: the first of it failed, the others wait. And what was skipped. */
export class Parking {
  readonly #lines = new Map<string, Parked[]>();
  readonly #positions = new Set<number>();
  readonly #skipped: Map<number, Skipped>;
  /** How often it was changed. */
  edits = 0;

  constructor({ parked, skipped }: Pick<Ledger, 'parked' | 'skipped'>) {
    this.#skipped = new Map(skipped.map((each) => [each.position, each]));
    for (const each of parked) this.#add(each);
  }

  /** Whether every event may go straight into the graph. */
  get isClear(): boolean {
    return this.#lines.size === 0;
  }

  get count(): number {
    return this.#positions.size;
  }

  /** In order of position. */
  get parked(): readonly Parked[] {
    return [...this.#lines.values()].flat().sort((a, b) => a.position - b.position);
  }

  /** In order of position. */
  get skipped(): readonly Skipped[] {
    return [...this.#skipped.values()].sort((a, b) => a.position - b.position);
  }

  /** The line of a subject, in order of position. */
  line(subject: string): readonly Parked[] {
    return this.#lines.get(subject) ?? [];
  }

  isSkipped(position: number): boolean {
    return this.#skipped.has(position);
  }

  /** Whether the event at a position is in no graph: parked or skipped. */
  keepsOut(position: number): boolean {
    return this.#positions.has(position) || this.#skipped.has(position);
  }

  at(position: number): Parked | undefined {
    return this.#positions.has(position) ? this.parked.find((each) => each.position === position) : undefined;
  }

  /** Puts an event at the end of its line. */
  wait({ position, recordedAt, event: { subject } }: Recorded): void {
    this.#add({ position, subject, error: WAITS, attempts: 0, recordedAt });
  }

  /** An event was tried and failed, for the first time or again. */
  park({ position, recordedAt, event: { subject } }: Recorded, error: string): void {
    const line = this.#lines.get(subject);
    const place = line?.findIndex((each) => each.position === position) ?? -1;
    const parked = { position, subject, error, attempts: (line?.[place]?.attempts ?? 0) + 1, recordedAt };
    this.edits++;
    if (line && place >= 0) line[place] = parked;
    else this.#add(parked);
  }

  /** An event leaves its line. */
  leave({ position, subject }: Pick<Parked, 'position' | 'subject'>): void {
    if (!this.#positions.delete(position)) return;
    this.edits++;
    const rest = this.line(subject).filter((each) => each.position !== position);
    if (rest.length === 0) this.#lines.delete(subject);
    else this.#lines.set(subject, rest);
  }

  skip(parked: Parked, reason: string): void {
    this.leave(parked);
    this.leaveOut({ position: parked.position, subject: parked.subject, reason });
  }

  leaveOut(skipped: Skipped): void {
    this.edits++;
    this.#skipped.set(skipped.position, skipped);
  }

  #add(parked: Parked): void {
    this.edits++;
    const line = this.#lines.get(parked.subject);
    if (line) line.push(parked);
    else this.#lines.set(parked.subject, [parked]);
    this.#positions.add(parked.position);
  }
}
