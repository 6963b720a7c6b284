import { once } from 'node:events';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { TouchpointEvent } from '@kithline/touchpoints';
import { Bell } from '../../bell.ts';
import type { Handled, Request } from '../../decision.ts';
import type { Appended, ExpectedRevision, Head, Position, Recorded, RecordedFact, StoredLine } from '../../event-log.ts';
import { LogUnavailable } from '../../log-unavailable.ts';
import { followPages } from '../../pages.ts';
import { RecordedLine } from '../../recorded-line.ts';
import type { Row } from '../../rows.ts';
import type { EmbeddedLog } from '../index.ts';
import { SqliteLog } from '../sqlite-log.ts';
import type { WrittenRow } from '../writer.ts';
import type { News, Said, Told, Writing } from './messages.ts';
import { received } from './sent-error.ts';
import { Tail } from './tail.ts';

type Waiting = Readonly<{ resolve: (result: never) => void; reject: (error: unknown) => void }>;

/** Milliseconds for which events are gathered while others are on their way: each page makes a new graph for those who ask. */
const GATHERING = 10;

/** As it was built, also where this runs from its sources: a thread begins with a file. */
const entry = pathToFileURL(createRequire(import.meta.url).resolve('@kithline/log/writing-thread'));
export const startThread = (path: string): Worker => new Worker(entry, { workerData: path });

/**
 * The embedded log, written by a thread of its own: deciding a command, inserting what it brings about and waiting for the disk keep nobody
 * in this thread from being answered. Here it is read, over a connection of its own.
 */
export class ThreadedLog implements EmbeddedLog {
  readonly path: string;
  readonly #thread: Worker;
  readonly #reading: SqliteLog;
  readonly #tail = new Tail();
  readonly #bell = new Bell();
  readonly #idle = new Bell();
  readonly #closed = new AbortController();
  readonly #waiting = new Map<number, Waiting>();
  #given = 0;
  /** Why no more orders are taken. */
  #ended: Error | undefined;
  #closing: Promise<void> | undefined;

  /** @throws LogUnavailable */
  static async open(path: string, thread = startThread(path)): Promise<ThreadedLog> {
    const [said] = (await once(thread, 'message')) as [Said];
    if ('error' in said) throw received(said.error);
    try {
      return new ThreadedLog(thread, SqliteLog.open(path, { mode: 'read', now: () => 0 }));
    } catch (error) {
      await thread.terminate();
      throw error;
    }
  }

  private constructor(thread: Worker, reading: SqliteLog) {
    this.path = reading.path;
    this.#reading = reading;
    this.#thread = thread;
    thread.on('message', (news: News) => this.#hear(news));
    thread.once('error', (error) => this.#die(error));
    thread.once('exit', () => this.#ended || this.#die(new Error('nobody told it to')));
    thread.unref(); // from here on it keeps the process from ending only while somebody waits for it
  }

  append(stream: string, events: readonly TouchpointEvent[], expected: ExpectedRevision): Promise<Appended> {
    return this.#order('append', stream, events, expected);
  }

  record(facts: readonly TouchpointEvent[]): Promise<readonly RecordedFact[]> {
    return this.#order('record', facts);
  }

  recordRows(rows: readonly Row[]): Promise<readonly RecordedFact[]> {
    return this.#order('recordRows', rows);
  }

  /** `handle` of a command, in the thread. @throws what that throws */
  async handle(request: Request): Promise<Handled> {
    return this.#order('handle', JSON.stringify(request));
  }

  readStream(stream: string): Promise<readonly Recorded[]> {
    return this.#reading.readStream(stream);
  }

  readAll(after?: Position, upTo?: Position): AsyncIterable<readonly Recorded[]> {
    return this.#reading.readAll(after, upTo);
  }

  readLines(after?: Position, upTo?: Position): AsyncIterable<readonly StoredLine[]> {
    return this.#reading.readLines(after, upTo);
  }

  /** What is recorded while it is followed is heard from the thread; only who is behind reads the file. */
  follow(after: Position, signal: AbortSignal): AsyncIterable<readonly Recorded[]> {
    return followPages((seen) => this.#tail.after(seen) ?? this.#reading.readPage(seen), after, {
      pause: (end) => this.#pause(end),
      signal: AbortSignal.any([signal, this.#closed.signal]),
    });
  }

  byId(storedId: string): Promise<Recorded | undefined> {
    return this.#reading.byId(storedId);
  }

  reused(): Promise<ReadonlyMap<Position, Position>> {
    return this.#reading.reused();
  }

  hashAt(position: Position): Promise<string | null> {
    return this.#reading.hashAt(position);
  }

  head(upTo?: Position): Promise<Head> {
    return this.#reading.head(upTo);
  }

  backup(target: string): Promise<void> {
    return this.#reading.backup(target);
  }

  /** Ends every `follow`, and the thread when it has answered everything. */
  close(): Promise<void> {
    return (this.#closing ??= this.#close());
  }

  async #close(): Promise<void> {
    this.#closed.abort();
    await this.#reading.close();
    if (this.#ended) return;
    this.#ended = new LogUnavailable('failed', this.path, `${this.path} was closed`);
    this.#thread.ref();
    this.#tell('end');
    await once(this.#thread, 'exit');
  }

  #order<Does extends keyof Writing>(does: Does, ...given: Parameters<Writing[Does]>): ReturnType<Writing[Does]> {
    const answered = new Promise((resolve, reject) => {
      if (this.#ended) throw this.#ended;
      const number = ++this.#given;
      this.#tell([number, does, given]); // the answer cannot come before this turn ends
      if (this.#waiting.size === 0) this.#thread.ref();
      this.#waiting.set(number, { resolve, reject });
    });
    return answered as ReturnType<Writing[Does]>;
  }

  #tell(told: Told): void {
    this.#thread.postMessage(told);
  }

  /** A thread ends by itself only where the program is wrong, and then this process does, too: nothing more can be recorded. */
  #die(error: Error): void {
    this.#ended = new LogUnavailable('failed', this.path, `the thread that writes ${this.path} has ended: ${error.message}`, error);
    for (const { reject } of this.#waiting.values()) reject(this.#ended);
    throw error;
  }

  #hear({ answers, recorded }: News): void {
    this.#learn(recorded);
    for (const [number, outcome] of answers) {
      const waiting = this.#waiting.get(number);
      this.#waiting.delete(number);
      if ('error' in outcome) waiting?.reject(received(outcome.error));
      else waiting?.resolve(outcome.result as never);
    }
    if (this.#waiting.size > 0) return;
    this.#idle.ring();
    if (!this.#ended) this.#thread.unref();
  }

  /** Until something was recorded, and then a little longer while more is on its way. */
  async #pause(end: AbortSignal): Promise<void> {
    await this.#bell.wait(end);
    if (this.#waiting.size > 0) await this.#idle.wait(end, GATHERING);
  }

  #learn(recorded: News['recorded']): void {
    if (recorded.length === 0) return;
    if (recorded === 'see the file') this.#tail.clear();
    else this.#tail.add(recorded.map((row) => this.#recorded(row)));
    this.#bell.ring();
  }

  /** Its revision is seldom asked for, and then read. */
  #recorded([position, recordedAt, line]: WrittenRow): Recorded {
    const damaged = (): Error => new LogUnavailable('damaged', this.path, `${this.path} recorded no event at position ${position}`);
    const revisionAt = (): number => {
      const [row] = this.#reading.readPage(position - 1, position);
      if (!row) throw damaged();
      return row.revision;
    };
    return new RecordedLine({ position, recordedAt, line }, { revisionAt, damaged }, 0);
  }
}
