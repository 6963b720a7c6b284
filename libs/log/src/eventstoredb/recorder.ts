import { type Appended, type ExpectedRevision, type Position, type RecordedFact, RevisionConflict } from '../event-log.ts';
import { idReused, type Row } from '../rows.ts';
import type { Appender } from './appender.ts';
import { BackOff, type Jitter } from './back-off.ts';
import { InTurn } from './in-turn.ts';
import type { End, KnownStream, KnownStreams } from './known-streams.ts';
import { Newest } from './newest.ts';
import type { Surroundings } from './reader.ts';
import { type Indexed, runsOf } from './runs.ts';

/** How often rows are appended anew because somebody else wrote their stream in the meantime. */
const retries = 20;

/** The stream as it is now, and those rows that were not there before. */
type Outcome = Readonly<{ known: KnownStream; written: readonly Row[] }>;

/** A stream as it is remembered, at first, or as it is. What is appended to it is new if it comes to stand above `above`. */
type Look = Readonly<{ stream: string; known: KnownStream; isFirst: boolean; above: Position | undefined }>;

/**
 * Makes appends idempotent by stored id, however the events are split this time. Two processes that send other bodies under one new id to one
 * stream within the same moment (`Timing.moment`, and as long as an append is under way) are not told apart: the server compares ids only,
 * keeps the first body and answers both that it did. Likewise two processes that send one event at the same moment both hear that they wrote it.
 */
export class Recorder {
  readonly #streams: KnownStreams;
  readonly #appender: Appender;
  readonly #jitter: Jitter;
  readonly #newest: Newest;
  readonly #inTurn = new InTurn();

  constructor(streams: KnownStreams, appender: Appender, { jitter, timing }: Pick<Surroundings, 'jitter' | 'timing'>) {
    this.#newest = new Newest(timing.moment, () => performance.now());
    this.#streams = streams;
    this.#appender = appender;
    this.#jitter = jitter;
  }

  /** All rows, of one stream, if it is at `expected`. @throws IdReused, else RevisionConflict; LogUnavailable */
  async append(stream: string, rows: readonly Row[], expected: ExpectedRevision): Promise<Appended> {
    const last = rows.at(-1);
    if (!last) return this.#endOf(await this.#streams.fresh(stream));
    const { known, written } = await this.#write(stream, indexed(rows), expected);
    const position = await this.#streams.locate(known, last.id);
    return { position, revision: known.places.get(last.id)?.revision ?? -1, written: written.length };
  }

  /** Rows of any streams in the order given; nothing is written while an id is known to be taken. @throws IdReused, LogUnavailable */
  async record(rows: readonly Row[]): Promise<readonly RecordedFact[]> {
    const all = indexed(rows);
    await this.#refuseReused(all);
    const facts: RecordedFact[] = [];
    for (const run of runsOf(all)) facts.push(...(await this.#recordRun(run)));
    return facts;
  }

  async #endOf(known: KnownStream): Promise<Appended> {
    const last = [...known.places.keys()].at(-1);
    if (last === undefined) return { position: 0, revision: -1, written: 0 };
    return { position: await this.#streams.locate(known, last), revision: known.revision, written: 0 };
  }

  async #refuseReused(all: readonly Indexed[]): Promise<void> {
    const streams = new Map<string, Indexed[]>();
    for (const each of all) {
      const rows = streams.get(each.row.stream);
      if (rows) rows.push(each);
      else streams.set(each.row.stream, [each]);
    }
    const known = await Promise.all(
      [...streams.keys()].map(async (stream) => this.#streams.remembered(stream) ?? this.#streams.fresh(stream)),
    );
    [...streams.values()].forEach((rows, i) => known[i] && unknownOf(known[i], rows));
  }

  async #recordRun(run: readonly Indexed[]): Promise<RecordedFact[]> {
    const { known, written } = await this.#write(run[0]?.row.stream ?? '', run);
    const fresh = new Set(written.map(({ id }) => id));
    const facts: RecordedFact[] = [];
    for (const { row } of run) {
      const position = await this.#streams.locate(known, row.id);
      facts.push({ position, outcome: fresh.delete(row.id) ? 'written' : 'known' });
    }
    return facts;
  }

  #write(stream: string, run: readonly Indexed[], expected?: ExpectedRevision): Promise<Outcome> {
    return this.#inTurn.on(stream, async () => {
      const backOff = new BackOff({ pause: 1, longestPause: 100 }, this.#jitter);
      const above = this.#newest.above();
      for (let attempt = 0; attempt <= retries; attempt++) {
        const isFirst = attempt === 0; // what is remembered of a stream may be old, which the first look puts up with
        const known = (isFirst ? this.#glance(stream, above, expected) : undefined) ?? (await this.#streams.fresh(stream));
        const outcome = await this.#attempt({ stream, known, isFirst, above }, run, expected);
        if (outcome) return outcome;
        if (attempt > 0) await backOff.pause();
      }
      const known = await this.#streams.fresh(stream);
      throw new RevisionConflict(stream, expected ?? 'no-stream', revisionOf(known));
    });
  }

  /** A stream that need not be read: it just was, or else the position of what is appended to it will tell whether that was there before. */
  #glance(stream: string, above: Position | undefined, expected?: ExpectedRevision): KnownStream | undefined {
    const known = this.#streams.remembered(stream) ?? (expected === 'no-stream' ? this.#streams.unread(stream) : undefined);
    return known && (above !== undefined || this.#newest.isFresh(known.readAt)) ? known : undefined;
  }

  /** Writes what is not there yet; nothing when that takes another look at the stream. @throws IdReused, RevisionConflict */
  async #attempt(look: Look, run: readonly Indexed[], expected?: ExpectedRevision): Promise<Outcome | undefined> {
    const { stream, known, isFirst, above } = look;
    const rows = unknownOf(known, run);
    if (rows.length === 0) return { known, written: rows };
    if (expected !== undefined && expected !== revisionOf(known)) {
      if (isFirst) return undefined;
      throw new RevisionConflict(stream, expected, revisionOf(known));
    }
    const { readAt } = known;
    const end = await this.#appender.append(known.name, rows, known.revision);
    if (!end || !this.#isNew(end, readAt, above)) return undefined;
    this.#streams.add(known, rows, end);
    return { known, written: rows };
  }

  /** False when the server had it already. */
  #isNew({ position }: End, readAt: number, above: Position | undefined): boolean {
    if (above === undefined) this.#newest.found(position, readAt);
    else if (position > above) this.#newest.raise(position);
    return above === undefined || position > above;
  }
}

const indexed = (rows: readonly Row[]): readonly Indexed[] => rows.map((row, index) => ({ row, index }));
const revisionOf = ({ revision }: KnownStream): ExpectedRevision => (revision < 0 ? 'no-stream' : revision);

/** The rows that the stream does not hold, each once. @throws IdReused for the first whose id another body has */
function unknownOf({ places }: KnownStream, run: readonly Indexed[]): readonly Row[] {
  const unknown = new Map<string, Row>();
  for (const { row, index } of run) {
    const line = places.get(row.id)?.line ?? unknown.get(row.id)?.line;
    if (line === undefined) unknown.set(row.id, row);
    else if (line !== row.line) throw idReused(row, index);
  }
  return [...unknown.values()];
}
