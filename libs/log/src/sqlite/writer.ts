import type { Instant } from '@kithline/touchpoints';
import type Database from 'better-sqlite3';
import { type Appended, type ExpectedRevision, type Position, type RecordedFact, RevisionConflict } from '../event-log.ts';
import { HashChain } from '../hash-chain.ts';
import { idReused, type Row } from '../rows.ts';
import { explained, isOfSqlite } from './failures.ts';
import type { Outcome, Work } from './group-commit.ts';
import { idBytes } from './id-bytes.ts';
import type { Reader } from './reader.ts';

/** The revision is looked up where the row goes; an id that is there already leaves the row out. */
const insertion = `
  INSERT INTO events (position, id, stream, revision, recorded_at, hash, line)
  VALUES (?, ?, ?, (SELECT ifnull(max(revision), -1) + 1 FROM events WHERE stream = ?), ?, ?, ?)
  ON CONFLICT (id) DO NOTHING`;
type Insert = Database.Statement<[Position, Buffer, string, string, Instant, Buffer, string]>;
type Place = Readonly<{ position: Position; revision: number; line: string }>;

/** A row as it was written. */
export type WrittenRow = readonly [position: Position, recordedAt: Instant, line: string];

/**
 * The one who writes. It knows where the log ends (nobody else writes, see writer-lock.ts), so a row costs one hash and one insert;
 * the unique index on the id finds those known already.
 */
export class Writer {
  readonly #db: Database.Database;
  readonly #path: string;
  readonly #reader: Reader;
  readonly #insert: Insert;
  readonly #known: Database.Statement<[Buffer], Place>;
  readonly #last: Database.Statement<[string], Place>;
  readonly #savepoint: Database.Statement<[]>;
  readonly #undo: Database.Statement<[]>;
  readonly #release: Database.Statement<[]>;
  #chain = new HashChain();
  #position: Position = 0;
  #recordedAt: Instant = -Infinity;
  /** Whether it does not know where the log ends: what it wrote was undone, and the head could not be read since. */
  #isLost = false;
  #hear: ((rows: readonly WrittenRow[]) => void) | undefined;
  /** What the transaction under way wrote so far, where somebody wants to hear of it. */
  #written: WrittenRow[] = [];

  constructor(db: Database.Database, path: string, reader: Reader) {
    this.#db = db;
    this.#path = path;
    this.#reader = reader;
    this.#insert = db.prepare(insertion);
    this.#known = db.prepare('SELECT position, revision, line FROM events WHERE id = ?');
    this.#last = db.prepare('SELECT position, revision, line FROM events WHERE stream = ? ORDER BY revision DESC LIMIT 1');
    this.#savepoint = db.prepare('SAVEPOINT work');
    this.#undo = db.prepare('ROLLBACK TO work');
    this.#release = db.prepare('RELEASE work');
    this.#startFromHead();
  }

  /** Who is to hear of what `together` wrote, once it is on disk and before anybody else hears of it. */
  hear(listener: (rows: readonly WrittenRow[]) => void): void {
    this.#hear = listener;
  }

  /**
   * Pieces of work in one transaction, in order. One that is refused, by whatever it throws, leaves nothing behind, and the others stand.
   * @throws LogUnavailable when the transaction as a whole fails: then none of it is there
   */
  together(works: readonly Work[]): Outcome[] {
    this.#written = [];
    const outcomes = this.#transaction(() => works.map((work) => this.#attempt(work)));
    this.#hear?.(this.#written);
    return outcomes;
  }

  /** All rows in the order given, without those already there, inside `together`. @throws IdReused */
  record(rows: readonly Row[], now: Instant): RecordedFact[] {
    return rows.map((row, index) => this.write(row, index, now));
  }

  /** All rows, of one stream, if it is at `expected`, inside `together`. @throws IdReused, RevisionConflict */
  append(stream: string, rows: readonly Row[], { expected, now }: { expected: ExpectedRevision; now: Instant }): Appended {
    const allKnown = rows.map((row, index) => this.#find(row, index)).every((known) => known !== undefined);
    const actual = this.#last.get(stream)?.revision ?? 'no-stream';
    if (expected !== actual && !allKnown) throw new RevisionConflict(stream, expected, actual);
    const written = rows.map((row, index) => this.write(row, index, now)).filter(({ outcome }) => outcome === 'written').length;
    return { ...this.#endOf(stream, rows), written };
  }

  /** One row, inside the transaction of the caller. The time never goes back. */
  write(row: Row, index: number, now: Instant): RecordedFact {
    const hash = this.#chain.next(row.line);
    if (now > this.#recordedAt) this.#recordedAt = now;
    const { changes } = this.#insert.run(this.#position + 1, idBytes(row.id), row.stream, row.stream, this.#recordedAt, hash, row.line);
    if (changes === 0) return { position: this.#find(row, index)?.position ?? 0, outcome: 'known' };
    this.#chain.accept();
    this.#position++;
    if (this.#hear) this.#written.push([this.#position, this.#recordedAt, row.line]);
    return { position: this.#position, outcome: 'written' };
  }

  /** Of the last row written, as hex. */
  get hash(): string {
    return this.#chain.head;
  }

  begin(): void {
    this.#db.exec('BEGIN IMMEDIATE');
  }

  commit(): void {
    this.#db.exec('COMMIT');
  }

  /** Undoes the transaction, here too. SQLite may have undone its part already. */
  rollBack(): void {
    this.#isLost = true;
    if (this.#db.inTransaction) this.#db.exec('ROLLBACK');
    this.#startFromHead();
  }

  #attempt(work: Work): Outcome {
    this.#savepoint.run();
    const before = this.#written.length;
    try {
      const result = work();
      this.#release.run();
      return { result };
    } catch (refusal) {
      if (isOfSqlite(refusal)) throw refusal; // of a write; a stream that cannot be read is refused to who wanted it, as any other thing
      this.#undo.run();
      this.#release.run();
      this.#written.length = before;
      this.#startFromHead();
      return { refusal };
    }
  }

  #transaction<T>(work: () => T): T {
    return explained(this.#path, () => {
      if (this.#isLost) this.#startFromHead();
      this.begin();
      try {
        const result = work();
        this.commit();
        return result;
      } catch (error) {
        this.rollBack();
        throw error;
      }
    });
  }

  #startFromHead(): void {
    const { position, recordedAt, hash } = this.#reader.head();
    this.#position = position;
    this.#recordedAt = recordedAt ?? -Infinity;
    this.#chain = new HashChain(hash);
    this.#isLost = false;
  }

  /** Where the row is already. @throws IdReused */
  #find(row: Row, index: number): Place | undefined {
    const known = this.#known.get(idBytes(row.id));
    if (known && known.line !== row.line) throw idReused(row, index);
    return known;
  }

  /** The place of the last row given, or of the end of the stream. */
  #endOf(stream: string, rows: readonly Row[]): { position: Position; revision: number } {
    const last = rows.at(-1);
    const { position, revision } = (last ? this.#known.get(idBytes(last.id)) : this.#last.get(stream)) ?? { position: 0, revision: -1 };
    return { position, revision };
  }
}
