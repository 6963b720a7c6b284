/** What came of a piece of work: its result, or why it was refused. */
export type Outcome = Readonly<{ result: unknown }> | Readonly<{ refusal: unknown }>;
export type Work = () => unknown;

type Waiting = Readonly<{ work: Work; resolve: (result: never) => void; reject: (error: unknown) => void }>;

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
      if (this.#waiting.length === 0) setImmediate(() => this.flush());
      this.#waiting.push({ work, resolve, reject });
    });
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
