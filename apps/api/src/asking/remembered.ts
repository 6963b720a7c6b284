/** What was worked out before, by its text: the newest few, since whoever looks at a page asks the same again and again. */
export class Remembered<T> {
  readonly #most: number;
  #young = new Map<string, T>();
  #old = new Map<string, T>();

  constructor(most: number) {
    this.#most = most;
  }

  /** What is remembered under a text, or else made and remembered; what cannot be made is not. */
  get(text: string, make: () => T): T {
    const known = this.#young.get(text) ?? this.#old.get(text);
    const found = known ?? make();
    if (!this.#young.has(text)) this.#keep(text, found);
    return found;
  }

  #keep(text: string, value: T): void {
    if (this.#young.size >= this.#most) {
      this.#old = this.#young;
      this.#young = new Map();
    }
    this.#young.set(text, value);
  }
}
