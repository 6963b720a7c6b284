/** The revision a stream is at; -1 when nobody wrote it. The writer raises it. */
type Revision = { last: number };

const capacity = 100_000;

/** The revisions of the streams written lately, of twice `capacity` streams at most; others are looked up in the log. */
export class RecentRevisions {
  readonly #lookUp: (stream: string) => number;
  #recent = new Map<string, Revision>();
  #older = new Map<string, Revision>();

  constructor(lookUp: (stream: string) => number) {
    this.#lookUp = lookUp;
  }

  of(stream: string): Revision {
    return this.#recent.get(stream) ?? this.#renewed(stream);
  }

  /** After a transaction that was rolled back nothing remembered holds. */
  forget(): void {
    this.#recent.clear();
    this.#older.clear();
  }

  #renewed(stream: string): Revision {
    if (this.#recent.size >= capacity) {
      this.#older = this.#recent;
      this.#recent = new Map();
    }
    const revision = this.#older.get(stream) ?? { last: this.#lookUp(stream) };
    this.#recent.set(stream, revision);
    return revision;
  }
}
