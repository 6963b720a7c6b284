import type { BatchLimits } from './batches.ts';

/** After so many batches in a row that were not too much, twice as many events are tried. */
const GROWING = 20;

/** So often one event alone is tried: the graph may only have been slow for a while. */
const ATTEMPTS = 3;

/** A batch was too much for the graph, and nothing of it was applied: a smaller one comes next. */
export class Halved extends Error {
  override name = 'Halved';
}

/** One event alone is more than the graph takes, so there is nothing to halve. */
export class TooMuch extends Error {
  override name = 'TooMuch';
}

/** How much the graph takes at once: half as much after a batch that needed more memory or time than it allows. */
export class Portions {
  #most = Infinity;
  #passed = 0;
  #failedAlone = 0;

  /** The limits, within what the graph takes. */
  within(limits: BatchLimits): BatchLimits {
    return { ...limits, events: Math.min(limits.events, this.#most) };
  }

  /** Applies a batch. @throws Halved, TooMuch; whatever applying it throws, where that is not for its size */
  async pass(batch: readonly Readonly<{ position: number }>[], apply: () => Promise<void>): Promise<void> {
    try {
      await apply();
    } catch (error) {
      throw isTooMuch(error) ? this.#halve(batch, error.message) : error;
    }
    this.#failedAlone = 0;
    if (++this.#passed < GROWING) return;
    this.#passed = 0;
    this.#most *= 2;
  }

  #halve(batch: readonly Readonly<{ position: number }>[], message: string): Error {
    this.#passed = 0;
    if (batch.length === 1) {
      const alone = `the event at position ${batch[0]!.position} alone is too much for the graph: ${message}`;
      return ++this.#failedAlone < ATTEMPTS ? new Halved(alone) : new TooMuch(alone);
    }
    this.#most = Math.floor(batch.length / 2);
    return new Halved(`${batch.length} events at once are too much for the graph, ${this.#most} come next: ${message}`);
  }
}

const isTooMuch = (error: unknown): error is Error => {
  const { name, code } = error as Readonly<{ name?: unknown; code?: unknown }>;
  return name === 'GraphUnavailable' && (code === 'too-large' || code === 'timed-out');
};
