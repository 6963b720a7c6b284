/** Lets in so many at a time; the others wait in line. */
export class Turns {
  readonly #waiting: (() => void)[] = [];
  #free: number;

  constructor(atOnce: number) {
    this.#free = atOnce;
  }

  take<T>(work: () => Promise<T>): Promise<T> {
    if (this.#free === 0) return new Promise<void>((resolve) => this.#waiting.push(resolve)).then(() => this.#do(work));
    this.#free--;
    return this.#do(work);
  }

  #do<T>(work: () => Promise<T>): Promise<T> {
    const doing = work();
    doing.then(this.#leave, this.#leave);
    return doing;
  }

  readonly #leave = (): void => {
    const next = this.#waiting.shift();
    if (next) next();
    else this.#free++;
  };
}
