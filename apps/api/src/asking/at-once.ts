import { Problem } from '@kithline/network';

/** Bounds how much of one kind goes on at once, so that memory does not grow with the number of those who ask. */
export class AtOnce {
  readonly #most: number;
  readonly #what: string;
  #now = 0;

  /** @param what in the plural, as the refusal names it: `questions` */
  constructor(most: number, what: string) {
    this.#most = most;
    this.#what = what;
  }

  /** @throws Problem when as many as may be are going on */
  async run<T>(work: () => Promise<T>): Promise<T> {
    const leave = this.enter();
    try {
      return await work();
    } finally {
      leave();
    }
  }

  /** Takes a place, which the result gives back. @throws Problem */
  enter(): () => void {
    if (this.#now >= this.#most) {
      const detail = `this process takes on no more than ${this.#most} ${this.#what.replaceAll('_', ' ')} at once: come back in a moment`;
      throw new Problem('tooManyRequests', `too_many_${this.#what}`, detail);
    }
    this.#now++;
    let left = false;
    return () => {
      if (!left) this.#now--;
      left = true;
    };
  }
}
