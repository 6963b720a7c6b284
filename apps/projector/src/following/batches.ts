import { setTimeout as wait } from 'node:timers/promises';

/** How many events a batch holds at most, and how long it waits for more after the first, in milliseconds. */
export type BatchLimits = Readonly<{ events: number; ms: number }>;

/** Pages until the signal aborts. */
export type Pages<T> = (signal: AbortSignal) => AsyncIterable<readonly T[]>;

/**
 * Pages put together to batches, or taken apart: as much as `limits` (asked for each batch) allow, and what has come when the time is up. The
 * next page is fetched while a batch is worked on; who leaves the loop, by an error too, ends that.
 */
export async function* batchesOf<T>(pages: Pages<T>, limits: () => BatchLimits, signal: AbortSignal): AsyncGenerator<readonly T[]> {
  const left = new AbortController();
  const source = new Fetched(pages(AbortSignal.any([signal, left.signal])));
  try {
    while (await source.has(1)) {
      const { events, ms } = limits();
      const timeIsUp = new AbortController();
      const late = wait(ms, false, { signal: timeIsUp.signal }).catch(() => false);
      while (source.ready.length < events && (await Promise.race([source.has(source.ready.length + 1), late])));
      timeIsUp.abort();
      const batch = source.ready.splice(0, events);
      if (source.ready.length < events) void source.ask();
      yield batch;
    }
  } finally {
    left.abort(); // first: a page that is waited for would never let go
    await source.end();
  }
}

/** Pages as they are asked for. */
class Fetched<T> {
  readonly ready: T[] = [];
  readonly #source: AsyncIterator<readonly T[]>;
  #next: Promise<boolean> | undefined;

  constructor(pages: AsyncIterable<readonly T[]>) {
    this.#source = pages[Symbol.asyncIterator]();
  }

  /** Whether so many are ready, once they are, or nothing more comes. */
  async has(count: number): Promise<boolean> {
    while (this.ready.length < count) if (!(await this.ask())) return false;
    return true;
  }

  /** Fetches the next page; whether there was one. */
  ask(): Promise<boolean> {
    return (this.#next ??= this.#fetch());
  }

  async end(): Promise<void> {
    await this.#source.return?.();
  }

  #fetch(): Promise<boolean> {
    const fetched = this.#source.next().then(({ done, value }: IteratorResult<readonly T[], unknown>) => {
      if (done === true) return false;
      this.ready.push(...value);
      this.#next = undefined;
      return true;
    });
    fetched.catch(() => undefined); // who asks for it next is told
    return fetched;
  }
}
