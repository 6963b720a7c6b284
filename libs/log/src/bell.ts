/** Wakes those who wait for something to happen, at most all of them at once. */
export class Bell {
  readonly #waiting = new Set<() => void>();

  ring(): void {
    for (const wake of [...this.#waiting]) wake();
  }

  /** Until the bell rings, the signal aborts or `ms` have passed; true when it rang. */
  async wait(signal: AbortSignal, ms?: number): Promise<boolean> {
    if (signal.aborted) return false;
    return new Promise((resolve) => {
      const end = (rang: boolean) => () => {
        this.#waiting.delete(rings);
        signal.removeEventListener('abort', stops);
        clearTimeout(timer);
        resolve(rang);
      };
      const rings = end(true);
      const stops = end(false);
      const timer = ms === undefined ? undefined : setTimeout(stops, ms);
      this.#waiting.add(rings);
      signal.addEventListener('abort', stops, { once: true });
    });
  }
}
