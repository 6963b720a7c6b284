/** Work that may share its time with others of its kind, and work that must be alone. Who must be alone goes next. */
export class Turns {
  #sharing = 0;
  #nobodyShares: () => void = () => undefined;
  #alone: Promise<unknown> = Promise.resolve();
  #waiting = 0;

  /** Together with others, but never while somebody is alone. */
  async share<T>(work: () => Promise<T>): Promise<T> {
    while (this.#waiting > 0) await this.#alone;
    this.#sharing++;
    try {
      return await work();
    } finally {
      if (--this.#sharing === 0) this.#nobodyShares();
    }
  }

  /** When all who share have ended and nobody else is alone. */
  async alone<T>(work: () => Promise<T>): Promise<T> {
    this.#waiting++;
    const before = this.#alone;
    const running = before.then(() => this.#sharesEnd()).then(work);
    this.#alone = running.catch(() => undefined);
    try {
      return await running;
    } finally {
      this.#waiting--;
    }
  }

  /** Nobody begins to share while somebody waits to be alone, so those who do come to an end. */
  async #sharesEnd(): Promise<void> {
    if (this.#sharing > 0) await new Promise<void>((resolve) => (this.#nobodyShares = resolve));
  }
}
