/** Work on the same thing is done one after the other, on different things at once. */
export class InTurn {
  readonly #last = new Map<string, Promise<unknown>>();

  async on<T>(thing: string, work: () => Promise<T>): Promise<T> {
    const before = this.#last.get(thing);
    const mine = before ? before.then(work, work) : work();
    this.#last.set(thing, mine);
    try {
      return await mine;
    } finally {
      if (this.#last.get(thing) === mine) this.#last.delete(thing);
    }
  }
}
