/** The clock, in milliseconds, and who is told. */
type Around = Readonly<{ now: () => number; report: (line: string) => void }>;

/** Milliseconds between two lines about the same. */
const AGAIN = 30_000;

/** Says of a store that it is waited for: once, then now and then, and when it is back. */
export class Away {
  readonly #what: string;
  readonly #around: Around;
  #since: number | undefined;
  #said = 0;

  constructor(what: string, around: Around) {
    this.#what = what;
    this.#around = around;
  }

  heard(trouble: Error | undefined): void {
    const { now, report } = this.#around;
    if (trouble === undefined) {
      if (this.#since !== undefined) report(`${this.#what} is back after ${Math.ceil((now() - this.#since) / 1_000)} s`);
      this.#since = undefined;
      return;
    }
    if (this.#since !== undefined && now() - this.#said < AGAIN) return;
    this.#since ??= now();
    this.#said = now();
    report(`waiting for ${this.#what}: ${trouble.message}`);
  }
}
