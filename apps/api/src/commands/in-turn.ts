/** Work on the same thing is done one after the other, in the order in which it came; on different things at once. */
export class InTurn {
  readonly #last = new Map<string, Promise<unknown>>();

  /** Does the work when everything that came before it for this thing has ended, well or badly. */
  async run<T>(thing: string, work: () => Promise<T>): Promise<T> {
    const before = this.#last.get(thing);
    const turn = before ? before.then(work, work) : work();
    this.#last.set(thing, turn);
    try {
      return await turn;
    } finally {
      if (this.#last.get(thing) === turn) this.#last.delete(thing);
    }
  }
}
