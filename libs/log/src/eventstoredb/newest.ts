import type { Position } from '../event-log.ts';

/**
 * Tells an append that is new from one that was there before: the server gives ever higher positions, and an event that it held already keeps
 * the one it has. So what comes to stand above an event that was surely written no longer than a moment ago was written no longer ago itself.
 */
export class Newest {
  readonly #moment: number;
  readonly #now: () => number;
  #position: Position | undefined;
  /** When it was surely not written yet. */
  #since = -Infinity;
  #renewed = -Infinity;

  /** @param moment milliseconds */
  constructor(moment: number, now: () => number) {
    this.#moment = moment;
    this.#now = now;
  }

  /** Whether what was so then may be relied on: for half a moment, so that the other half is left for what is built on it. */
  isFresh(then: number): boolean {
    return this.#now() - then < this.#moment / 2;
  }

  /** What comes to stand above it is new. Undefined where that is not known, and to one in half a moment, who is to renew it. */
  above(): Position | undefined {
    if (this.isFresh(this.#since)) return this.#position;
    if (this.isFresh(this.#renewed) && this.#now() - this.#since < this.#moment) return this.#position;
    this.#renewed = this.#now();
    return undefined;
  }

  /** An event of ours stands at a position: it was not there when `above` was asked for, and what comes later stands above it. */
  raise(position: Position): void {
    if (this.#position !== undefined && position > this.#position) this.#position = position;
  }

  /** An event that was not there at `since` stands at a position. */
  found(position: Position, since: number): void {
    if (since > this.#since) [this.#position, this.#since] = [position, since];
  }
}
