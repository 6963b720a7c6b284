import { decodeStored, type Instant, type TouchpointEvent } from '@kithline/touchpoints';
import { Bell } from '../bell.ts';
import type { Appended, EventLog, ExpectedRevision, Head, Position, Recorded, RecordedFact, StoredLine } from '../event-log.ts';
import { RevisionConflict } from '../event-log.ts';
import { HashChain, nothingYet } from '../hash-chain.ts';
import { allPages, followPages, pageSize } from '../pages.ts';
import { idReused, type Row, rowOf, rowsOfStream } from '../rows.ts';

type Entry = Row & Readonly<{ position: Position; revision: number; recordedAt: Instant; hash: string }>;

/** The log of tests and of studies that need no file: as strict as the embedded one, and gone with the process. */
export class InMemoryEventLog implements EventLog {
  readonly #now: () => Instant;
  readonly #bell = new Bell();
  readonly #closed = new AbortController();
  readonly #chain = new HashChain();
  readonly #entries: Entry[] = [];
  readonly #byId = new Map<string, Entry>();
  readonly #streams = new Map<string, Entry[]>();

  constructor({ now = Date.now }: { now?: () => Instant } = {}) {
    this.#now = now;
  }

  async append(stream: string, events: readonly TouchpointEvent[], expected: ExpectedRevision): Promise<Appended> {
    const rows = rowsOfStream(stream, events);
    this.#refuseReused(rows);
    const before = this.#endOf(stream).revision;
    const actual = before < 0 ? 'no-stream' : before;
    if (expected !== actual && !rows.every(({ id }) => this.#byId.has(id))) throw new RevisionConflict(stream, expected, actual);
    const written = this.#add(rows).filter(({ outcome }) => outcome === 'written').length;
    const { position, revision } = this.#byId.get(rows.at(-1)?.id ?? '') ?? this.#endOf(stream);
    return { position, revision, written };
  }

  async record(facts: readonly TouchpointEvent[]): Promise<readonly RecordedFact[]> {
    const rows = facts.map(rowOf);
    this.#refuseReused(rows);
    return this.#add(rows);
  }

  async readStream(stream: string): Promise<readonly Recorded[]> {
    return (this.#streams.get(stream) ?? []).map(recorded);
  }

  readAll(after: Position = 0, upTo?: Position): AsyncIterable<readonly Recorded[]> {
    return allPages((seen) => this.#page(seen, upTo).map(recorded), after);
  }

  readLines(after: Position = 0, upTo?: Position): AsyncIterable<readonly StoredLine[]> {
    return allPages(
      (seen) => this.#page(seen, upTo).map(({ position, recordedAt, line, hash }) => ({ position, recordedAt, line, hash })),
      after,
    );
  }

  follow(after: Position, signal: AbortSignal): AsyncIterable<readonly Recorded[]> {
    return followPages((seen) => this.#page(seen).map(recorded), after, {
      pause: (until) => this.#bell.wait(until),
      signal: AbortSignal.any([signal, this.#closed.signal]),
    });
  }

  async byId(storedId: string): Promise<Recorded | undefined> {
    const entry = this.#byId.get(storedId.toLowerCase());
    return entry && recorded(entry);
  }

  async reused(): Promise<ReadonlyMap<Position, Position>> {
    return new Map();
  }

  async hashAt(position: Position): Promise<string | null> {
    return position === 0 ? nothingYet : (this.#entries[position - 1]?.hash ?? null);
  }

  async head(upTo: Position = Infinity): Promise<Head> {
    const last = this.#entries[Math.min(upTo, this.#entries.length) - 1];
    return { position: last?.position ?? 0, recordedAt: last?.recordedAt ?? null, hash: last?.hash ?? nothingYet };
  }

  async close(): Promise<void> {
    this.#closed.abort();
  }

  #endOf(stream: string): { position: Position; revision: number } {
    return this.#streams.get(stream)?.at(-1) ?? { position: 0, revision: -1 };
  }

  #page(after: Position, upTo: Position = Infinity): Entry[] {
    return this.#entries.slice(after, Math.min(after + pageSize, upTo));
  }

  /** Everything is checked before anything is added, so that all is written or nothing. */
  #refuseReused(rows: readonly Row[]): void {
    const given = new Map<string, string>();
    for (const [index, row] of rows.entries()) {
      const line = this.#byId.get(row.id)?.line ?? given.get(row.id) ?? row.line;
      if (line !== row.line) throw idReused(row, index);
      given.set(row.id, line);
    }
  }

  #add(rows: readonly Row[]): RecordedFact[] {
    const recordedAt = Math.max(Math.floor(this.#now()), this.#entries.at(-1)?.recordedAt ?? -Infinity);
    const outcomes = rows.map((row): RecordedFact => {
      const known = this.#byId.get(row.id);
      if (known) return { position: known.position, outcome: 'known' };
      return { position: this.#keep(row, recordedAt), outcome: 'written' };
    });
    this.#bell.ring();
    return outcomes;
  }

  #keep(row: Row, recordedAt: Instant): Position {
    const stream = this.#streams.get(row.stream) ?? [];
    const entry = { ...row, position: this.#entries.length + 1, revision: stream.length, recordedAt, hash: this.#chain.add(row.line) };
    this.#streams.set(row.stream, stream);
    stream.push(entry);
    this.#entries.push(entry);
    this.#byId.set(row.id, entry);
    return entry.position;
  }
}

/** Parsed anew for every reader: what one does with it no other sees. */
const recorded = ({ position, revision, recordedAt, line }: Entry): Recorded => ({
  position,
  revision,
  recordedAt,
  line,
  event: decodeStored(line),
});
