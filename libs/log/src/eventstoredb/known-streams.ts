import type { Position } from '../event-log.ts';
import type { Row } from '../rows.ts';
import type { Reader } from './reader.ts';
import type { Stored } from './stored.ts';
import type { StreamNames } from './stream-names.ts';

/** Where an event stands. The position is left open where the server did not tell it; `locate` finds it. */
export type Place = Readonly<{ revision: number; line: string; position?: Position }>;

/** Where the last event of an append stands. */
export type End = Readonly<{ revision: number; position: Position }>;

/** A stream as far as it was read: `revision` is that of its last event, -1 when nobody wrote it; `readAt` when it was last asked for. */
export type KnownStream = { readonly name: string; revision: number; readAt: number; readonly places: Map<string, Place> };

/** How many events are remembered, over all streams: some 25 MB. */
const remembered = 50_000;

/**
 * What is in the streams that were last written or read. A stream only grows, so what was once read of it stays right, and the server refuses
 * an append that is based on too little, but for one of the very events that are missing here: see Recorder.
 */
export class KnownStreams {
  readonly #reader: Pick<Reader, 'stream'>;
  readonly #names: StreamNames;
  /** By name; what was used last stands last. */
  readonly #kept = new Map<string, Readonly<{ known: KnownStream; size: number }>>();
  #size = 0;

  constructor(reader: Pick<Reader, 'stream'>, names: StreamNames) {
    this.#reader = reader;
    this.#names = names;
  }

  /** As it is remembered, where it is. */
  remembered(stream: string): KnownStream | undefined {
    const kept = this.#kept.get(this.#names.of(stream));
    return kept && this.#use(kept.known);
  }

  /** As if nobody wrote it, which nobody looked up. */
  unread(stream: string): KnownStream {
    return { name: this.#names.of(stream), revision: -1, readAt: -Infinity, places: new Map<string, Place>() };
  }

  /** As it is now. */
  async fresh(stream: string): Promise<KnownStream> {
    const known = this.#keptOf(stream);
    return this.#learn(known, this.#reader.stream(known.name, known.revision + 1));
  }

  /** All of it, read anew. */
  async read(stream: string): Promise<readonly Stored[]> {
    const known = this.#keptOf(stream);
    const reading = this.#reader.stream(known.name);
    await this.#learn(known, reading);
    return reading;
  }

  /** Rows that were appended, and where the last of them stands. */
  add(known: KnownStream, rows: readonly Row[], { revision, position }: End): void {
    const first = revision - rows.length + 1;
    rows.forEach(({ id, line }, i) => {
      add(known, id, first + i === revision ? { revision, line, position } : { revision: first + i, line });
    });
    this.#use(known);
  }

  /** The position of an event of the stream, read where it is open, together with those after it. @throws Error where it is not there */
  async locate(known: KnownStream, id: string): Promise<Position> {
    const place = known.places.get(id);
    if (place?.position !== undefined) return place.position;
    const from = place?.revision ?? 0;
    this.#locate(known, await this.#reader.stream(known.name, from, known.revision + 1 - from));
    const located = known.places.get(id)?.position;
    if (located === undefined) throw new Error(`${known.name} no longer shows the event ${id}`);
    return located;
  }

  #locate({ places }: KnownStream, stored: readonly Stored[]): void {
    for (const { id, recorded } of stored) {
      const place = places.get(id);
      if (place) places.set(id, { ...place, position: recorded.position });
    }
  }

  #keptOf(stream: string): KnownStream {
    return this.#kept.get(this.#names.of(stream))?.known ?? this.unread(stream);
  }

  async #learn(known: KnownStream, reading: Promise<readonly Stored[]>): Promise<KnownStream> {
    const readAt = performance.now();
    for (const { id, recorded } of await reading) {
      const { position, revision, line } = recorded;
      add(known, id, { position, revision, line });
    }
    known.readAt = Math.max(known.readAt, readAt);
    return this.#use(known);
  }

  /** Puts it last, and forgets those that were not used for longest. What was read at the same moment and shows less gives way. */
  #use(mine: KnownStream): KnownStream {
    const kept = this.#kept.get(mine.name)?.known;
    const known = kept && kept.revision > mine.revision ? kept : mine;
    this.#forget(known.name);
    const size = known.places.size;
    this.#kept.set(known.name, { known, size });
    this.#size += size;
    if (this.#size > remembered) this.#forgetOthers(known.name);
    return known;
  }

  #forgetOthers(used: string): void {
    for (const name of this.#kept.keys()) {
      if (this.#size <= remembered || name === used) break;
      this.#forget(name);
    }
  }

  #forget(name: string): void {
    this.#size -= this.#kept.get(name)?.size ?? 0;
    this.#kept.delete(name);
  }
}

/**
 * Two may read the same stream at the same moment: what is there stays. The first may be of any revision: what stood before it was truncated.
 */
function add(known: KnownStream, id: string, place: Place): void {
  if (place.revision <= known.revision) return;
  known.revision = place.revision;
  known.places.set(id, place);
}
