/** What came of a piece of work: its result, or why it was refused. */
export type Outcome = Readonly<{ result: unknown }> | Readonly<{ refusal: unknown }>;
export type Work = () => unknown;

type Waiting = Readonly<{ work: Work; resolve: (result: never) => void; reject: (error: unknown) => void }>;

/** No more than these wait for each other. */
const ENOUGH = 256;

/** Work that waits at the same moment is committed together: the disk is flushed once for all of it. Nobody hears before that. */
export class GroupCommit {
  readonly #together: (works: readonly Work[]) => readonly Outcome[];
  #waiting: Waiting[] = [];

  /** `together` runs all of it in one transaction, in order; it throws when that fails as a whole. */
  constructor(together: (works: readonly Work[]) => readonly Outcome[]) {
    this.#together = together;
  }

  /** Its result once it is on disk. @throws what the work throws, or why the transaction failed */
  add<T>(work: () => T): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      if (this.#waiting.length === 0) setImmediate(() => this.#gather(0));
      this.#waiting.push({ work, resolve, reject });
    });
  }

  /** A flush of the disk costs more than a turn: as long as each turn brings more, those who wait wait for those as well. */
  #gather(before: number): void {
    const { length } = this.#waiting;
    if (length > before && length < ENOUGH) setImmediate(() => this.#gather(length));
    else this.flush();
  }

  /** Commits what waits, now. */
  flush(): void {
    const waiting = this.#waiting;
    if (waiting.length === 0) return;
    this.#waiting = [];
    try {
      const outcomes = this.#together(waiting.map(({ work }) => work));
      waiting.forEach(({ resolve, reject }, i) => {
        const outcome = outcomes[i]!;
        if ('refusal' in outcome) reject(outcome.refusal);
        else resolve(outcome.result as never);
      });
    } catch (error) {
      for (const { reject } of waiting) reject(error);
    }
  }
}
