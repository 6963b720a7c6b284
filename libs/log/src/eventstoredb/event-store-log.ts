import type { TouchpointEvent } from '@kithline/touchpoints';
import type { Appended, EventLog, ExpectedRevision, Head, Position, Recorded, RecordedFact, StoredLine } from '../event-log.ts';
import { nothingYet } from '../hash-chain.ts';
import { type Row, rowOf, rowsOfStream } from '../rows.ts';
import { Appender } from './appender.ts';
import { ById } from './by-id.ts';
import { type Client, connect, end } from './client.ts';
import { type Alive, Follower, type Heard } from './follower.ts';
import { Heads } from './heads.ts';
import { KnownStreams } from './known-streams.ts';
import { Reader, type Surroundings } from './reader.ts';
import { Recorder } from './recorder.ts';
import type { Server } from './settings.ts';
import type { StreamNames } from './stream-names.ts';
import { WritingClient } from './writing-client.ts';

type Parts = Readonly<{ server: Server; names: StreamNames; heard: Heard; alive: Alive }> & Omit<Surroundings, 'address'>;

/**
 * The log of one tenant on EventStoreDB or KurrentDB, for any number of processes. An event's position is its commit position there, so there
 * are gaps; `hash` is null (`verify` computes it); `recordedAt` is the server's clock, which may be set back where the leader changes.
 */
export class EventStoreLog implements EventLog {
  /** The server, without credentials. */
  readonly address: string;
  readonly #names: StreamNames;
  readonly #client: Client;
  readonly #reader: Reader;
  readonly #streams: KnownStreams;
  readonly #recorder: Recorder;
  readonly #heads: Heads;
  readonly #byId: ById;
  readonly #follower: Follower;
  readonly #closed = new AbortController();
  #writing: WritingClient | undefined;

  constructor({ server: { url, address }, names, timing, jitter, waits, heard, alive }: Parts) {
    const around = { address, timing, jitter, waits };
    this.address = address;
    this.#names = names;
    this.#client = connect(url);
    this.#reader = new Reader(this.#client, around);
    this.#streams = new KnownStreams(this.#reader, names);
    const appender = new Appender(() => (this.#writing ??= WritingClient.for(this, url)), this.#reader, around);
    this.#recorder = new Recorder(this.#streams, appender, around);
    this.#heads = new Heads(this.#reader, names);
    this.#byId = new ById(this.#reader, names);
    this.#follower = new Follower({
      client: this.#client,
      reader: this.#reader,
      heads: this.#heads,
      prefix: names.prefix,
      around,
      heard,
      alive,
    });
  }

  async append(stream: string, events: readonly TouchpointEvent[], expected: ExpectedRevision): Promise<Appended> {
    return this.#recorder.append(stream, rowsOfStream(stream, events), expected);
  }

  /** In the order given, neighbours of one stream in one append. When it fails on the way, what came before stands: repeat the call. */
  async record(facts: readonly TouchpointEvent[]): Promise<readonly RecordedFact[]> {
    return this.recordRows(facts.map(rowOf));
  }

  /** `record` of facts that were made ready elsewhere (`rowOf`). */
  async recordRows(rows: readonly Row[]): Promise<readonly RecordedFact[]> {
    return this.#recorder.record(rows);
  }

  async readStream(stream: string): Promise<readonly Recorded[]> {
    return (await this.#streams.read(stream)).map(({ recorded }) => recorded);
  }

  /**
   * Reads what other tenants and the server wrote in between, too, and leaves it out: the client cannot ask for less. The event at one
   * position is asked for by that, since what stands before it may be far away.
   */
  async *readAll(after: Position = 0, upTo: Position = Infinity): AsyncGenerator<readonly Recorded[]> {
    if (upTo === after + 1) yield* this.#at(upTo);
    else yield* this.#between(after, upTo);
  }

  async *#at(position: Position): AsyncGenerator<readonly Recorded[]> {
    const one = await this.#reader.at(position);
    if (one && this.#names.has(one.stream)) yield [one.recorded];
  }

  async *#between(after: Position, upTo: Position): AsyncGenerator<readonly Recorded[]> {
    let seen = after;
    while (seen < upTo) {
      const stored = await this.#reader.after(seen);
      const page = stored.filter(({ stream, recorded }) => this.#names.has(stream) && recorded.position <= upTo);
      if (page.length > 0) yield page.map(({ recorded }) => recorded);
      seen = stored.at(-1)?.recorded.position ?? Infinity;
    }
  }

  async *readLines(after: Position = 0, upTo?: Position): AsyncGenerator<readonly StoredLine[]> {
    for await (const page of this.readAll(after, upTo)) {
      yield page.map(({ position, recordedAt, line }) => ({ position, recordedAt, line, hash: null }));
    }
  }

  /** Outlives the server: it takes new subscriptions until there is one, and tells `heard` of each it lost. @throws LogUnavailable denied */
  follow(after: Position, signal: AbortSignal): AsyncIterable<readonly Recorded[]> {
    return this.#follower.follow(after, AbortSignal.any([signal, this.#closed.signal]));
  }

  /** Costs reading the whole log at the first question, see ById. */
  async byId(storedId: string): Promise<Recorded | undefined> {
    return this.#byId.find(storedId);
  }

  /** Costs reading the log up to `after` at the first question, see ById. */
  async reused(page: readonly Recorded[], after: Position): Promise<ReadonlyMap<Position, Position>> {
    return this.#byId.reused(page, after);
  }

  async hashAt(position: Position): Promise<string | null> {
    return position === 0 ? nothingYet : null;
  }

  /** With `upTo`: costs reading from there to where this tenant wrote last. */
  async head(upTo?: Position): Promise<Head> {
    return upTo === undefined ? this.#heads.now() : this.#heads.at(upTo);
  }

  /** Ends every `follow` of this log and its connections. Appends under way must be awaited before. */
  async close(): Promise<void> {
    this.#closed.abort();
    await this.#writing?.release(this);
    await end(this.#client);
  }
}
