/** Work on the same thing is done one after the other, on different things at once. */
export class InTurn {
  readonly #last = new Map<string, Promise<unknown>>();

  on<T>(thing: string, work: () => Promise<T>): Promise<T> {
    const before = this.#last.get(thing);
    const mine = before ? before.then(work, work) : work();
    this.#last.set(thing, mine);
    const done = (): void => {
      if (this.#last.get(thing) === mine) this.#last.delete(thing);
    };
    mine.then(done, done);
    return mine;
  }
}
