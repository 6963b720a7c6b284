import type { Position, Recorded } from '../event-log.ts';
import { IdIndex } from './id-index.ts';
import type { Reader } from './reader.ts';
import type { StreamNames } from './stream-names.ts';

const uuid = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;

/**
 * Finds events by their stored id, which the server cannot. The first question reads the whole log once (some 40,000 events a second), each
 * later one what has come since, and one event; 24 to 48 bytes of memory an event are kept. Nothing is read before the first question.
 */
export class ById {
  readonly #reader: Reader;
  readonly #names: StreamNames;
  readonly #index = new IdIndex();
  #readTo: Position = 0;
  #reading: Promise<void> | undefined;

  constructor(reader: Reader, names: StreamNames) {
    this.#reader = reader;
    this.#names = names;
  }

  async find(storedId: string): Promise<Recorded | undefined> {
    const id = storedId.toLowerCase();
    if (!uuid.test(id)) return undefined;
    return (await this.#among(id)) ?? (await this.#afterReadingOn(id));
  }

  async #afterReadingOn(id: string): Promise<Recorded | undefined> {
    await this.#reading; // what it began before this question may not reach far enough
    await (this.#reading ??= this.#readOn().finally(() => (this.#reading = undefined)));
    return this.#among(id);
  }

  async #among(id: string): Promise<Recorded | undefined> {
    for (const position of this.#index.candidates(id)) {
      const stored = await this.#reader.at(position);
      if (stored?.id === id && this.#names.has(stored.stream)) return stored.recorded;
    }
    return undefined;
  }

  async #readOn(): Promise<void> {
    for (let page = await this.#reader.after(this.#readTo); page.length > 0; page = await this.#reader.after(this.#readTo)) {
      for (const { id, stream, recorded } of page) if (this.#names.has(stream)) this.#index.add(id, recorded.position);
      this.#readTo = page.at(-1)?.recorded.position ?? this.#readTo;
    }
  }
}
