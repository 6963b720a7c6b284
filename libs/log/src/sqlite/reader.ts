import { decodeStored, type Instant } from '@kithline/touchpoints';
import type Database from 'better-sqlite3';
import type { Head, Position, Recorded, StoredLine } from '../event-log.ts';
import { nothingYet } from '../hash-chain.ts';
import { LogUnavailable } from '../log-unavailable.ts';
import { pageSize } from '../pages.ts';
import { explained } from './failures.ts';
import { idBytes, isUuid } from './id-bytes.ts';

type EventRow = [position: Position, revision: number, recordedAt: Instant, line: string];
type LineRow = [position: Position, recordedAt: Instant, line: string, hash: Buffer];

const event = 'SELECT position, revision, recorded_at, line FROM events';
const inPages = `WHERE position > ? AND position <= ? ORDER BY position LIMIT ${pageSize}`;

/** The questions the log answers, over one connection. Rows come as arrays, which is the fastest way out of SQLite. */
export class Reader {
  readonly #path: string;
  readonly #events: Database.Statement<[Position, Position], EventRow>;
  readonly #lines: Database.Statement<[Position, Position], LineRow>;
  readonly #stream: Database.Statement<[string], EventRow>;
  readonly #byId: Database.Statement<[Buffer], EventRow>;
  readonly #hash: Database.Statement<[Position], Buffer>;
  readonly #head: Database.Statement<[], [Position, Instant, Buffer]>;

  constructor(db: Database.Database, path: string) {
    this.#path = path;
    this.#events = db.prepare<[Position, Position], EventRow>(`${event} ${inPages}`).raw();
    this.#lines = db.prepare<[Position, Position], LineRow>(`SELECT position, recorded_at, line, hash FROM events ${inPages}`).raw();
    this.#stream = db.prepare<[string], EventRow>(`${event} WHERE stream = ? ORDER BY revision`).raw();
    this.#byId = db.prepare<[Buffer], EventRow>(`${event} WHERE id = ?`).raw();
    this.#hash = db.prepare<[Position], Buffer>('SELECT hash FROM events WHERE position = ?').pluck();
    this.#head = db
      .prepare<[], [Position, Instant, Buffer]>('SELECT position, recorded_at, hash FROM events ORDER BY position DESC LIMIT 1')
      .raw();
  }

  /** At most `pageSize` events after a position, none at the head. */
  page(after: Position, upTo: Position = Number.MAX_SAFE_INTEGER): Recorded[] {
    return this.#explained(() => this.#events.all(after, upTo).map(this.#recorded));
  }

  lines(after: Position, upTo: Position = Number.MAX_SAFE_INTEGER): StoredLine[] {
    const stored = ([position, recordedAt, line, hash]: LineRow) => ({ position, recordedAt, line, hash: hash.toString('hex') });
    return this.#explained(() => this.#lines.all(after, upTo).map(stored));
  }

  stream(name: string): Recorded[] {
    return this.#explained(() => this.#stream.all(name).map(this.#recorded));
  }

  byId(storedId: string): Recorded | undefined {
    const row = isUuid(storedId) ? this.#explained(() => this.#byId.get(idBytes(storedId))) : undefined;
    return row && this.#recorded(row);
  }

  hashAt(position: Position): string | null {
    if (position === 0) return nothingYet;
    return this.#explained(() => this.#hash.get(position))?.toString('hex') ?? null;
  }

  head(): Head & { hash: string } {
    const [position, recordedAt, hash] = this.#explained(() => this.#head.get()) ?? [0, null, undefined];
    return { position, recordedAt, hash: hash?.toString('hex') ?? nothingYet };
  }

  readonly #recorded = (row: EventRow): Recorded => {
    const line = row[3];
    try {
      return { position: row[0], revision: row[1], recordedAt: row[2], line, event: decodeStored(line) };
    } catch (error) {
      throw new LogUnavailable(
        'damaged',
        this.#path,
        `${this.#path} holds no event at position ${row[0]}: it was changed from outside`,
        error,
      );
    }
  };

  #explained<T>(work: () => T): T {
    return explained(this.#path, work);
  }
}
