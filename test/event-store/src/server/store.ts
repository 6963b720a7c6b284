import { EventFile } from './event-file.ts';

export type Proposed = Readonly<{ id: string; type: string; contentType: string; data: Uint8Array; metadata: Uint8Array }>;
export type Kept = Proposed & Readonly<{ stream: string; revision: bigint; position: bigint; created: number }>;
export type Expected = bigint | 'any' | 'no-stream' | 'stream-exists';

/** `last`: the revision and position of the last event given. `wrong-version`: nothing written, the stream is at `current`. */
export type Outcome =
  | Readonly<{ outcome: 'written' | 'written-before'; last: Kept }>
  | Readonly<{ outcome: 'wrong-version'; current: bigint | undefined }>
  | Readonly<{ outcome: 'deleted' | 'corrupted-idempotency' }>
  | Readonly<{ outcome: 'too-large'; limit: number }>;

/** What a record takes besides what is in it: positions are bytes into the log, so they have gaps. */
const overhead = 90;

export type StoreOptions = Readonly<{
  /** Events are kept in this file, too, and found there again: whatever was answered survives a SIGKILL. */
  file?: string;
  /** The most bytes one append may hold; 1 MiB, as on a server that is not set up otherwise. */
  maxAppendSize?: number;
  /** Where the log begins. */
  firstPosition?: bigint;
}>;

/** The events of a server, as strict about revisions and idempotency as the real one. */
export class Store {
  readonly log: Kept[] = [];
  readonly #streams = new Map<string, Kept[]>();
  readonly #tombstones = new Set<string>();
  readonly #truncated = new Map<string, number>();
  readonly #listeners = new Set<() => void>();
  readonly #limit: number;
  readonly #file: EventFile | undefined;
  #next: bigint;

  constructor({ file, maxAppendSize = 1_048_576, firstPosition = 1_337n }: StoreOptions = {}) {
    this.#limit = maxAppendSize;
    this.#next = firstPosition;
    this.#file = file === undefined ? undefined : new EventFile(file);
    for (const { stream, created, events } of this.#file?.read() ?? []) this.#add(stream, events, created);
  }

  append(stream: string, expected: Expected, events: readonly Proposed[]): Outcome {
    if (this.#tombstones.has(stream)) return { outcome: 'deleted' };
    const size = events.reduce((sum, { data, metadata }) => sum + data.length + metadata.length + overhead, 0);
    if (size > this.#limit) return { outcome: 'too-large', limit: this.#limit };
    const isThere = this.stream(stream).length > 0;
    if (expected === 'any' || (expected === 'stream-exists' && isThere)) return this.#weakly(stream, events);
    return this.#strictly(stream, wantedRevision(expected), events);
  }

  stream(name: string): readonly Kept[] {
    return this.#streams.get(name) ?? [];
  }

  isDeleted(stream: string): boolean {
    return this.#tombstones.has(stream);
  }

  tombstone(stream: string): void {
    this.#tombstones.add(stream);
  }

  /** Sets `$tb`: what stands before this revision is no longer read from the stream, though from the log. Beyond its end: a soft delete. */
  truncate(stream: string, before: number): void {
    this.#truncated.set(stream, before);
  }

  /** What can be read of a stream. */
  shown(stream: string): readonly Kept[] {
    return this.stream(stream).slice(this.#truncated.get(stream) ?? 0);
  }

  /** The index in `log` of the first event at or after a position. */
  indexOf(position: bigint): number {
    let [from, to] = [0, this.log.length];
    while (from < to) {
      const middle = (from + to) >> 1;
      if ((this.log[middle]?.position ?? 0n) < position) from = middle + 1;
      else to = middle;
    }
    return from;
  }

  /** Called after every append, until the returned function is. */
  onAppend(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  #strictly(stream: string, wanted: bigint, events: readonly Proposed[]): Outcome {
    const before = this.stream(stream);
    const at = BigInt(before.length) - 1n;
    const isGone = before.length > 0 && this.shown(stream).length === 0;
    if (isGone && (wanted === -1n || wanted === at)) return this.#write(stream, events);
    if (wanted > at) return { outcome: 'wrong-version', current: at < 0n ? undefined : at };
    return wanted === at ? this.#write(stream, events) : compared(before, Number(wanted) + 1, events);
  }

  /** Without a revision only ids that were lately written are compared. */
  #weakly(stream: string, events: readonly Proposed[]): Outcome {
    const before = this.stream(stream);
    const from = before.findLastIndex(({ id }) => id === events[0]?.id);
    return from < 0 ? this.#write(stream, events) : compared(before, from, events);
  }

  #write(stream: string, events: readonly Proposed[]): Outcome {
    const created = Date.now();
    this.#file?.add({ stream, created, events });
    const last = this.#add(stream, events, created);
    for (const listener of [...this.#listeners]) listener();
    return last ? { outcome: 'written', last } : { outcome: 'wrong-version', current: undefined };
  }

  #add(stream: string, events: readonly Proposed[], created: number): Kept | undefined {
    const there = this.#streams.get(stream) ?? [];
    this.#streams.set(stream, there);
    for (const event of events) {
      const kept = { ...event, stream, revision: BigInt(there.length), position: this.#next, created };
      this.#next += BigInt(event.data.length + event.metadata.length + overhead);
      there.push(kept);
      this.log.push(kept);
    }
    return there.at(-1);
  }
}

/** What the last event must be, -1 where there must be none. A stream that must exist and does not is at no revision that would do. */
const wantedRevision = (expected: Exclude<Expected, 'any'>): bigint =>
  expected === 'no-stream' ? -1n : expected === 'stream-exists' ? 0n : expected;

/** An append to a revision that is past: the ids that stand there must be the same, all or none. */
function compared(before: readonly Kept[], from: number, events: readonly Proposed[]): Outcome {
  const same = events.filter(({ id }, i) => before[from + i]?.id === id).length;
  const last = before[from + events.length - 1];
  if (same === events.length && last) return { outcome: 'written-before', last };
  if (same > 0) return { outcome: 'corrupted-idempotency' };
  return { outcome: 'wrong-version', current: BigInt(before.length) - 1n };
}
