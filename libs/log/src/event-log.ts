import type { Instant, TouchpointEvent } from '@kithline/touchpoints';

/**
 * A place in the log: an increasing whole number from 1 to 2^53; gaps are allowed. 0 stands before the first event. Whoever asks by position may
 * ask for one in a gap or beyond the head.
 */
export type Position = number;

/** One event as the log keeps it. */
export type Recorded = Readonly<{
  position: Position;
  /** 0 for the first event of its stream. */
  revision: number;
  recordedAt: Instant;
  /** The UTF-8 line that `export` writes for the event without `recordedat` and `hash`; what the hash is computed over. */
  line: string;
  /** The line, parsed: when it is first asked for, where that takes time. */
  event: TouchpointEvent;
}>;

/** The revision a stream must be at for an append to succeed: that of its last event, or `'no-stream'`. */
export type ExpectedRevision = number | 'no-stream';

/** What an append or record did: `position` is that of the last event given, whether it was written now or known already. */
export type Appended = Readonly<{ position: Position; revision: number; written: number }>;

/** One event as it is stored, unparsed: what `export` writes and `verify` checks. `hash` as lower-case hex, null where the store keeps none. */
export type StoredLine = Readonly<{ position: Position; recordedAt: Instant; line: string; hash: string | null }>;

/** What `record` did with each of the facts, in the order given. */
export type RecordedFact = Readonly<{ position: Position; outcome: 'written' | 'known' }>;

/** Where the log ends. `hash` names the whole log (DESIGN, envelope); null where the store keeps none. An empty log: position 0, 32 zero bytes. */
export type Head = Readonly<{ position: Position; recordedAt: Instant | null; hash: string | null }>;

/** The stream was changed by somebody else in the meantime; nothing was written. */
export class RevisionConflict extends Error {
  override name = 'RevisionConflict';
  readonly stream: string;
  readonly expected: ExpectedRevision;
  readonly actual: ExpectedRevision;
  constructor(stream: string, expected: ExpectedRevision, actual: ExpectedRevision) {
    super(`${stream} is at ${actual}, expected ${expected}`);
    this.stream = stream;
    this.expected = expected;
    this.actual = actual;
  }
}

/** An event with this source and id is already recorded with another body; nothing of the append was written. */
export class IdReused extends Error {
  override name = 'IdReused';
  readonly source: string;
  readonly id: string;
  /** Index of the offending event among those given. */
  readonly index: number;
  constructor(source: string, id: string, index: number) {
    super(`id "${id}" of source "${source}" is already recorded with another body: an event never changes, use EventCorrected`);
    this.source = source;
    this.id = id;
    this.index = index;
  }
}

/**
 * The only road events travel. Events are CloudEvents in canonical form; their stored id is `storedId(source, id)`.
 * Everything is idempotent by stored id: delivering twice changes nothing.
 */
export interface EventLog {
  /**
   * Appends all events to one stream or none, and only if the stream is at `expected`. When every event is already in the log
   * with the same body this succeeds and changes nothing, whatever `expected` says. The subject of every event is the stream.
   * Nothing given: nothing done, the answer tells the end of the stream (position 0, revision -1 when nobody wrote it).
   * @throws IdReused, else RevisionConflict
   */
  append(stream: string, events: readonly TouchpointEvent[], expected: ExpectedRevision): Promise<Appended>;
  /**
   * Records facts of any streams in the order given, all or none (the embedded log), leaving out those already there.
   * @throws IdReused
   */
  record(facts: readonly TouchpointEvent[]): Promise<readonly RecordedFact[]>;
  /** All events of a stream in order; none when nobody wrote it. */
  readStream(stream: string): Promise<readonly Recorded[]>;
  /** All events after a position and up to another in order, in pages; without `upTo` to the head as it is when the reading gets there. */
  readAll(after?: Position, upTo?: Position): AsyncIterable<readonly Recorded[]>;
  /** As readAll, but the lines as they are stored, with their hashes. Reads what no longer parses, too. */
  readLines(after?: Position, upTo?: Position): AsyncIterable<readonly StoredLine[]>;
  /** As readAll, and then whatever is appended, as it is appended, by any process, until the signal aborts (which ends the iteration normally). */
  follow(after: Position, signal: AbortSignal): AsyncIterable<readonly Recorded[]>;
  /** The event with this stored id. */
  byId(storedId: string): Promise<Recorded | undefined>;
  /**
   * Of all events after a position up to some other, `page`: those whose stored id an event further up has already, with another body; by
   * position, where the first stands. Embedded logs refuse them, so there are none; a server that is written by many does not.
   */
  reused(page: readonly Recorded[], after: Position): Promise<ReadonlyMap<Position, Position>>;
  /** The hash of the event at this position as lower-case hex (at 0: 64 zeros); null where there is no such event or the store keeps none. */
  hashAt(position: Position): Promise<string | null>;
  /** Where the log ends; with `upTo`, where it ended there: at the last event at or before that position. */
  head(upTo?: Position): Promise<Head>;
  close(): Promise<void>;
}
