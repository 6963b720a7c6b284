import type { Instant, TouchpointEvent } from '@kithline/touchpoints';
import type Database from 'better-sqlite3';
import { Bell } from '../bell.ts';
import type { Appended, EventLog, ExpectedRevision, Head, Position, Recorded, RecordedFact, StoredLine } from '../event-log.ts';
import { decisionOn, type Handled, handledBy, type Request } from '../decision.ts';
import { LogUnavailable } from '../log-unavailable.ts';
import { allPages, followPages } from '../pages.ts';
import { type Row, rowOf, rowsOfStream } from '../rows.ts';
import { backup } from './backup.ts';
import { connectToRead, connectToWrite } from './connection.ts';
import type { SqliteLogOptions } from './index.ts';
import { GroupCommit } from './group-commit.ts';
import { Reader } from './reader.ts';
import { FileWatch } from './file-watch.ts';
import { Writer, type WrittenRow } from './writer.ts';
import type { WriterLock } from './writer-lock.ts';

type Parts = Readonly<{ path: string; now: () => Instant; db: Database.Database; lock?: WriterLock }>;

/** The embedded log: one SQLite file, one process that writes it, any number that read and follow. Positions have no gaps. */
export class SqliteLog implements EventLog {
  readonly path: string;
  readonly #db: Database.Database;
  readonly #lock: WriterLock | undefined;
  readonly #now: () => Instant;
  readonly #reader: Reader;
  readonly #writer: Writer | undefined;
  readonly #commits: GroupCommit;
  readonly #bell = new Bell();
  readonly #closed = new AbortController();

  /** @throws LogUnavailable */
  static open(path: string, { now, mode }: SqliteLogOptions): SqliteLog {
    const connected = mode === 'write' ? connectToWrite(path) : { db: connectToRead(path) };
    return new SqliteLog({ path, now, ...connected });
  }

  private constructor({ path, now, db, lock }: Parts) {
    this.path = path;
    this.#db = db;
    this.#lock = lock;
    this.#now = now;
    this.#reader = new Reader(db, path);
    this.#writer = lock && new Writer(db, path, this.#reader);
    this.#commits = new GroupCommit((works) => {
      const outcomes = this.#writing().together(works);
      this.#bell.ring();
      return outcomes;
    });
  }

  async append(stream: string, events: readonly TouchpointEvent[], expected: ExpectedRevision): Promise<Appended> {
    const writer = this.#writing();
    const rows = rowsOfStream(stream, events);
    return this.#commits.add(() => writer.append(stream, rows, { expected, now: this.#time() }));
  }

  async record(facts: readonly TouchpointEvent[]): Promise<readonly RecordedFact[]> {
    return this.recordRows(facts.map(rowOf));
  }

  /** `record` of facts that were made ready elsewhere (`rowOf`), for an import that does so on several threads. */
  async recordRows(rows: readonly Row[]): Promise<readonly RecordedFact[]> {
    const writer = this.#writing();
    return this.#commits.add(() => writer.record(rows, this.#time()));
  }

  /**
   * As `handle`, with the stream read and written in one transaction: nobody comes in between, so nothing is decided twice.
   * @throws RuleBroken, InvalidEvent, IdReused; RevisionConflict when the stream is not at the revision expected
   */
  async handle(request: Request): Promise<Handled> {
    const writer = this.#writing();
    return this.#commits.add(() => {
      const past = this.#reader.stream(request.stream);
      const decision = decisionOn(request, past);
      if ('handled' in decision) return decision.handled;
      const facts = writer.record(rowsOfStream(request.stream, decision.events), this.#time());
      return handledBy(decision.events, { position: facts.at(-1)!.position, revision: past.length + facts.length - 1 });
    });
  }

  /** Who is to hear of what is written through this log, once it is on disk and before whoever wanted it written does. */
  hear(listener: (rows: readonly WrittenRow[]) => void): void {
    this.#writing().hear(listener);
  }

  async readStream(stream: string): Promise<readonly Recorded[]> {
    return this.#reader.stream(stream);
  }

  readAll(after: Position = 0, upTo?: Position): AsyncIterable<readonly Recorded[]> {
    return allPages((seen) => this.#reader.page(seen, upTo), after);
  }

  /** One page of `readAll`, at once; none at the head. */
  readPage(after: Position, upTo?: Position): readonly Recorded[] {
    return this.#reader.page(after, upTo);
  }

  readLines(after: Position = 0, upTo?: Position): AsyncIterable<readonly StoredLine[]> {
    return allPages((seen) => this.#reader.lines(seen, upTo), after);
  }

  async *follow(after: Position, signal: AbortSignal): AsyncIterable<readonly Recorded[]> {
    const watch = this.#writer ? undefined : new FileWatch(this.path);
    const until = AbortSignal.any([signal, this.#closed.signal]);
    try {
      yield* followPages((seen) => this.#reader.page(seen), after, {
        pause: watch ? watch.pause : (end) => this.#bell.wait(end),
        signal: until,
      });
    } finally {
      watch?.close();
    }
  }

  async byId(storedId: string): Promise<Recorded | undefined> {
    return this.#reader.byId(storedId);
  }

  async reused(): Promise<ReadonlyMap<Position, Position>> {
    return new Map();
  }

  async hashAt(position: Position): Promise<string | null> {
    return this.#reader.hashAt(position);
  }

  async head(upTo?: Position): Promise<Head> {
    return this.#reader.head(upTo);
  }

  /** Copies the log as it is now into a new file, while it goes on being written. @throws LogUnavailable exists */
  async backup(target: string): Promise<void> {
    await backup(this.path, target);
  }

  /** Ends every `follow` of this log, commits what waits, moves the write-ahead log into the file and lets the next writer in. */
  async close(): Promise<void> {
    this.#closed.abort();
    this.#commits.flush();
    this.#db.close();
    this.#lock?.release();
  }

  #writing(): Writer {
    if (!this.#writer) throw new LogUnavailable('read-only', this.path, `${this.path} was opened to read: open it to write`);
    return this.#writer;
  }

  /** Whole milliseconds. */
  #time(): Instant {
    return Math.floor(this.#now());
  }
}
