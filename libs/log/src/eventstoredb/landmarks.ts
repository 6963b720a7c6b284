import type { Position } from '../event-log.ts';

/** No two landmarks stand nearer to each other, in bytes: so a log of a terabyte has four million. */
const apart = 1 << 18;

/** Positions of events here and there in the log, as they were come across: from there the server can be asked to go on. */
export class Landmarks {
  /** In order. */
  readonly #positions: Position[] = [];

  add(position: Position): void {
    const at = this.#firstFrom(position);
    const [before = -apart, after = Infinity] = [this.#positions[at - 1], this.#positions[at]];
    if (position - before >= apart && after - position >= apart) this.#positions.splice(at, 0, position);
  }

  /** It turned out to be none, as when a server was set back to a backup. */
  remove(position: Position): void {
    const at = this.#firstFrom(position);
    if (this.#positions[at] === position) this.#positions.splice(at, 1);
  }

  /** The last one before a position; 0, where every log begins, when there is none. */
  before(position: Position): Position {
    return this.#positions[this.#firstFrom(position) - 1] ?? 0;
  }

  /** The index of the first at or after a position. */
  #firstFrom(position: Position): number {
    let [from, to] = [0, this.#positions.length];
    while (from < to) {
      const middle = (from + to) >> 1;
      if ((this.#positions[middle] ?? 0) < position) from = middle + 1;
      else to = middle;
    }
    return from;
  }
}
