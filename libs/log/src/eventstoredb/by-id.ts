import type { Position, Recorded } from '../event-log.ts';
import { IdIndex } from './id-index.ts';
import type { Reader } from './reader.ts';
import { ReadLine } from './stored.ts';
import type { StreamNames } from './stream-names.ts';

const uuid = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;

/** How many events of the pages that were asked about last are kept, a few megabytes: most amendments come soon after what they amend. */
const recent = 2_000;

/**
 * Finds events by their stored id, which the server cannot. The first question reads the whole log once (some 40,000 events a second), each
 * later one what has come since, and one event; 24 to 48 bytes of memory an event are kept. Nothing is read before the first question, and
 * nothing twice by who follows from the start and asks about every page, but for what it finds far behind.
 */
export class ById {
  readonly #reader: Reader;
  readonly #names: StreamNames;
  readonly #index = new IdIndex();
  /** By position, what was asked about last at the end. */
  readonly #recent = new Map<Position, ReadLine>();
  #readTo: Position = 0;
  #reading: Promise<void> | undefined;

  constructor(reader: Reader, names: StreamNames) {
    this.#reader = reader;
    this.#names = names;
  }

  /** The first event of this id. */
  async find(storedId: string): Promise<Recorded | undefined> {
    const id = storedId.toLowerCase();
    if (!uuid.test(id)) return undefined;
    return (await this.#among(id, Infinity)) ?? (await this.#afterReadingOn(id));
  }

  /** Those of a page of this log, all that stands between `after` and its end, whose id stands further up. */
  async reused(page: readonly Recorded[], after: Position): Promise<ReadonlyMap<Position, Position>> {
    await this.#readOn(after);
    const ids = page.flatMap((recorded) => (recorded instanceof ReadLine ? [recorded] : []));
    this.#keep(ids);
    const candidates = ids.filter((recorded) => {
      const isCandidate = this.#before(recorded.id, recorded.position).length > 0;
      this.#add(recorded.id, recorded.position);
      return isCandidate;
    });
    this.#readTo = Math.max(this.#readTo, page.at(-1)?.position ?? 0);
    const firsts = await Promise.all(candidates.map(async ({ id, position }) => [position, await this.#among(id, position)] as const));
    return new Map(firsts.flatMap(([position, first]) => (first ? [[position, first.position] as const] : [])));
  }

  async #afterReadingOn(id: string): Promise<Recorded | undefined> {
    await this.#reading; // what it began before this question may not reach far enough
    await (this.#reading ??= this.#readOn(Infinity).finally(() => (this.#reading = undefined)));
    return this.#among(id, Infinity);
  }

  async #among(id: string, before: Position): Promise<Recorded | undefined> {
    for (const position of this.#before(id, before)) {
      const kept = this.#recent.get(position);
      if (kept?.id === id) return kept;
      const stored = kept ? undefined : await this.#reader.at(position);
      if (stored?.id === id && this.#names.has(stored.stream)) return stored.recorded;
    }
    return undefined;
  }

  #keep(page: readonly ReadLine[]): void {
    for (const recorded of page) this.#recent.set(recorded.position, recorded);
    for (const position of this.#recent.keys()) {
      if (this.#recent.size <= recent) break;
      this.#recent.delete(position);
    }
  }

  /** Where an id may stand before a position, the first first. */
  #before(id: string, position: Position): readonly Position[] {
    const found = this.#index.candidates(id);
    return found.length === 0 ? found : found.filter((at) => at < position).sort((a, b) => a - b);
  }

  #add(id: string, position: Position): void {
    if (position > this.#readTo) this.#index.add(id, position);
  }

  /** Up to a position, or the end. Two may do so at the same moment: each adds only what the other has not. */
  async #readOn(upTo: Position): Promise<void> {
    while (this.#readTo < upTo) {
      const page = await this.#reader.after(this.#readTo);
      if (page.length === 0) return;
      for (const { id, stream, recorded } of page) if (this.#names.has(stream)) this.#add(id, recorded.position);
      this.#readTo = Math.max(this.#readTo, page.at(-1)?.recorded.position ?? 0);
    }
  }
}
