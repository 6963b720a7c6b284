import { setTimeout as wait } from 'node:timers/promises';
import type { Timing } from './timing.ts';

/** A number from 0 to 1, drawn anew each time. */
export type Jitter = () => number;

/** Ever longer pauses, so that a server that comes back is not run over by all who waited for it. */
export class BackOff {
  readonly #timing: Pick<Timing, 'pause' | 'longestPause'>;
  readonly #jitter: Jitter;
  #pauses = 0;

  constructor(timing: Pick<Timing, 'pause' | 'longestPause'>, jitter: Jitter) {
    this.#timing = timing;
    this.#jitter = jitter;
  }

  /** It went well: the next pause is short again. */
  reset(): void {
    this.#pauses = 0;
  }

  /** Waits; ends early, and normally, when the signal aborts. */
  async pause(signal?: AbortSignal): Promise<void> {
    const full = Math.min(this.#timing.longestPause, this.#timing.pause * 2 ** this.#pauses++);
    await wait(full * (1 - this.#jitter() / 2), undefined, { signal }).catch(() => undefined);
  }
}
