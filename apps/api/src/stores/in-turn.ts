import { AtOnce } from '../asking/at-once.ts';

/** Commands to one stream that may be under way: who comes after so many waits too long for an answer. */
const MOST = 512;

type Line = { readonly places: AtOnce; last: Promise<unknown> | undefined };

/** Work on the same thing is done one after the other, in the order in which it came; on different things at once. */
export class InTurn {
  readonly #lines = new Map<string, Line>();
  readonly #most: number;

  constructor(most = MOST) {
    this.#most = most;
  }

  /**
   * Does the work when everything that came before it for this thing has ended, well or badly.
   * @throws Problem when as much as may be waits for it
   */
  async run<T>(thing: string, work: () => Promise<T>): Promise<T> {
    const line = this.#lines.get(thing) ?? { places: new AtOnce(this.#most, 'commands_to_one_stream'), last: undefined };
    const leave = line.places.enter();
    this.#lines.set(thing, line);
    const turn = line.last ? line.last.then(work, work) : work();
    line.last = turn;
    try {
      return await turn;
    } finally {
      leave();
      if (line.last === turn) this.#lines.delete(thing);
    }
  }
}
