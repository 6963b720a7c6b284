/** Work that may share its time with others of its kind, and work that must be alone. Who must be alone goes next. */
export class Turns {
  readonly #sharing = new Set<Promise<unknown>>();
  #alone: Promise<unknown> = Promise.resolve();
  #waiting = 0;

  /** Together with others, but never while somebody is alone. */
  async share<T>(work: () => Promise<T>): Promise<T> {
    while (this.#waiting > 0) await this.#alone;
    const running = work();
    const settled: Promise<unknown> = running.catch(() => undefined).then(() => this.#sharing.delete(settled));
    this.#sharing.add(settled);
    return running;
  }

  /** When all who share have ended and nobody else is alone. */
  async alone<T>(work: () => Promise<T>): Promise<T> {
    this.#waiting++;
    const before = this.#alone;
    const running = before.then(() => Promise.all(this.#sharing)).then(work);
    this.#alone = running.catch(() => undefined);
    try {
      return await running;
    } finally {
      this.#waiting--;
    }
  }
}
