import type { Projected } from './graph-source.ts';

/** Those who are told how far a graph has come. */
export class Listeners {
  readonly #listeners = new Set<Projected>();

  /** The result ends it. */
  add(tell: Projected): () => void {
    this.#listeners.add(tell);
    return () => this.#listeners.delete(tell);
  }

  tell(position: number): void {
    for (const tell of [...this.#listeners]) tell(position);
  }

  /** Whether a position, or a later one, is told within some milliseconds. */
  until(position: number, ms: number): Promise<boolean> {
    return new Promise((resolve) => {
      const end = (reached: boolean): void => {
        clearTimeout(timer);
        stop();
        resolve(reached);
      };
      const timer = setTimeout(() => end(false), ms);
      const stop = this.add((now) => now >= position && end(true));
    });
  }
}
