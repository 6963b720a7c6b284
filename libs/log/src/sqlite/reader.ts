import type { Instant } from '@kithline/touchpoints';
import type Database from 'better-sqlite3';
import type { Head, Position, Recorded, StoredLine } from '../event-log.ts';
import { nothingYet } from '../hash-chain.ts';
import { LogUnavailable } from '../log-unavailable.ts';
import { pageSize } from '../pages.ts';
import { type LineSource, RecordedLine } from '../recorded-line.ts';
import { explained } from './failures.ts';
import { idBytes, isUuid } from './id-bytes.ts';

type EventRow = [position: Position, revision: number, recordedAt: Instant, line: string];
type LineRow = [position: Position, recordedAt: Instant, line: string, hash: Buffer];

const event = 'SELECT position, revision, recorded_at, line FROM events';
const inRange = 'FROM events WHERE position > ? AND position <= ? ORDER BY position';
type Range = [after: Position, upTo: Position];

/** The questions the log answers, over one connection. */
export class Reader {
  readonly #path: string;
  readonly #texts: Database.Statement<Range, string>;
  readonly #revisions: Database.Statement<Range, number>;
  readonly #times: Database.Statement<Range, Instant>;
  readonly #positions: Database.Statement<[Position], Position>;
  readonly #lines: Database.Statement<Range, LineRow>;
  readonly #stream: Database.Statement<[string], EventRow>;
  readonly #byId: Database.Statement<[Buffer], EventRow>;
  readonly #hash: Database.Statement<[Position], Buffer>;
  readonly #head: Database.Statement<[Position], [Position, Instant, Buffer]>;

  constructor(db: Database.Database, path: string) {
    this.#path = path;
    this.#texts = db.prepare<Range, string>(`SELECT line ${inRange}`).pluck();
    this.#revisions = db.prepare<Range, number>(`SELECT revision ${inRange}`).pluck();
    this.#times = db.prepare<Range, Instant>(`SELECT recorded_at ${inRange}`).pluck();
    this.#positions = db
      .prepare<[Position], Position>(`SELECT position FROM events WHERE position > ? ORDER BY position LIMIT ${pageSize}`)
      .pluck();
    this.#lines = db.prepare<Range, LineRow>(`SELECT position, recorded_at, line, hash ${inRange} LIMIT ${pageSize}`).raw();
    this.#stream = db.prepare<[string], EventRow>(`${event} WHERE stream = ? ORDER BY revision`).raw();
    this.#byId = db.prepare<[Buffer], EventRow>(`${event} WHERE id = ?`).raw();
    this.#hash = db.prepare<[Position], Buffer>('SELECT hash FROM events WHERE position = ?').pluck();
    this.#head = db
      .prepare<[Position], [Position, Instant, Buffer]>(
        'SELECT position, recorded_at, hash FROM events WHERE position <= ? ORDER BY position DESC LIMIT 1',
      )
      .raw();
  }

  /**
   * At most `pageSize` events after a position, none at the head. A statement a column: the driver takes twice as long to hand over a
   * row of two as to hand over two values.
   */
  page(after: Position, upTo: Position = Infinity): Recorded[] {
    return this.#explained(() => {
      const end = Math.min(after + pageSize, upTo);
      const lines = this.#texts.all(after, end);
      if (lines.length < end - after) this.#refuseGap(after);
      const times = this.#timesIn(after, after + lines.length); // there are no gaps
      const source = this.#sourceOf(() => this.#explained(() => this.#revisions.all(after, end)));
      return lines.map((line, i) => new RecordedLine({ position: after + i + 1, recordedAt: times[i] ?? 0, line }, source, i));
    });
  }

  /** At most `pageSize` lines after a position, over gaps that should not be. */
  lines(after: Position, upTo: Position = Infinity): StoredLine[] {
    const stored = ([position, recordedAt, line, hash]: LineRow) => ({ position, recordedAt, line, hash: hash.toString('hex') });
    return this.#explained(() => this.#lines.all(after, upTo).map(stored));
  }

  stream(name: string): Recorded[] {
    return this.#explained(() => this.#stream.all(name).map((row) => this.#recorded(row)));
  }

  byId(storedId: string): Recorded | undefined {
    const row = isUuid(storedId) ? this.#explained(() => this.#byId.get(idBytes(storedId))) : undefined;
    return row && this.#recorded(row);
  }

  hashAt(position: Position): string | null {
    if (position === 0) return nothingYet;
    return this.#explained(() => this.#hash.get(position))?.toString('hex') ?? null;
  }

  head(upTo: Position = Infinity): Head & { hash: string } {
    const [position, recordedAt, hash] = this.#explained(() => this.#head.get(upTo)) ?? [0, null, undefined];
    return { position, recordedAt, hash: hash?.toString('hex') ?? nothingYet };
  }

  #recorded([position, revision, recordedAt, line]: EventRow): Recorded {
    return new RecordedLine(
      { position, recordedAt, line },
      this.#sourceOf(() => [revision]),
      0,
    );
  }

  /** `read` is called once, when a revision is asked for: reading them takes half as long again as reading the lines. */
  #sourceOf(read: () => readonly number[]): LineSource {
    let revisions: readonly number[] | undefined;
    return { revisionAt: (index) => (revisions ??= read())[index] ?? 0, damaged: this.#damaged };
  }

  /** The time never goes back: where the first and the last of a page have the same, all have. */
  #timesIn(after: Position, last: Position): readonly Instant[] {
    const first = this.#times.get(after, after + 1) ?? 0;
    const isOne = last > after && first === this.#times.get(last - 1, last);
    return isOne ? new Array<Instant>(last - after).fill(first) : this.#times.all(after, last);
  }

  #refuseGap(after: Position): void {
    const missing = this.#positions.all(after).findIndex((position, i) => position !== after + 1 + i);
    if (missing >= 0) throw this.#damaged(after + 1 + missing);
  }

  readonly #damaged = (position: Position, cause?: unknown): LogUnavailable => {
    const message = `${this.#path} holds no event at position ${position}: it was changed from outside, go back to a backup`;
    return new LogUnavailable('damaged', this.#path, message, cause);
  };

  #explained<T>(work: () => T): T {
    return explained(this.#path, work);
  }
}
