import { type AllStreamSubscription, type ReadPosition, type ResolvedEvent, START, streamNameFilter } from '@eventstore/db-client';
import { Bell } from '../bell.ts';
import type { Position } from '../event-log.ts';
import type { Client } from './client.ts';
import { type Stored, storedOf } from './stored.ts';
import { within } from './timing.ts';

/** How many events wait here before the server is asked to hold on, and how many are handed over at once. */
const inbox = 1_000;
const pageSize = 500;
/** Milliseconds that leaving may take; the call ends when the connection comes about later. */
const farewell = 1_000;

/** What stands after a position, of the streams that begin with a prefix, and what comes. */
type Wanted = Readonly<{ address: string; prefix: string; after: Position }>;

/** The server ended the subscription, in good order or not. */
export class Dropped extends Error {
  override name = 'Dropped';
}

/** One subscription to `$all`, until it drops. It is never told what is handled: positions of events are all that counts. */
export class Subscription {
  readonly #wanted: Wanted;
  readonly #calls: AllStreamSubscription;
  readonly #bell = new Bell();
  #inbox: ResolvedEvent[] = [];
  #dropped: unknown;
  #isAlive = false;

  constructor(client: Client, wanted: Wanted) {
    this.#wanted = wanted;
    const fromPosition: ReadPosition | typeof START = wanted.after === 0 ? START : exactly(wanted.after);
    const checkpointReached = () => void (this.#isAlive = true); // where it says it is means nothing: it runs ahead of its events
    this.#calls = client.subscribeToAll({ fromPosition, filter: streamNameFilter({ prefixes: [wanted.prefix], checkpointReached }) });
    this.#calls.on('data', (event: ResolvedEvent) => this.#take(event));
    this.#calls.on('end', () => this.#drop(new Dropped('the server ended the subscription')));
    this.#calls.on('error', (error: unknown) => this.#drop(error));
  }

  /** What has come, or what comes first within `ms`, in order; nothing when nothing did. @throws what the subscription dropped with, once all is taken */
  async next(signal: AbortSignal, ms: number): Promise<readonly Stored[]> {
    if (this.#inbox.length === 0 && this.#dropped === undefined) await this.#bell.wait(signal, ms);
    if (this.#inbox.length === 0 && this.#dropped !== undefined) throw this.#dropped as Error;
    const events = this.#inbox.splice(0, pageSize);
    if (this.#inbox.length === 0) this.#calls.resume();
    return events.flatMap((event) => storedOf(this.#wanted.address, event) ?? []);
  }

  get isEmpty(): boolean {
    return this.#inbox.length === 0;
  }

  /** Whether the server has said since this was last asked that it goes on, through what others wrote. */
  hasShownLife(): boolean {
    const isAlive = this.#isAlive;
    this.#isAlive = false;
    return isAlive;
  }

  /** Leaves: without it the server would go on sending. */
  async end(): Promise<void> {
    await within(farewell, this.#calls.unsubscribe()).catch(() => undefined);
    this.#calls.destroy();
  }

  #take(event: ResolvedEvent): void {
    if (this.#inbox.push(event) >= inbox) this.#calls.pause();
    this.#bell.ring();
  }

  #drop(reason: unknown): void {
    this.#dropped ??= reason;
    this.#bell.ring();
  }
}

const exactly = (position: Position): ReadPosition => ({ commit: BigInt(position), prepare: BigInt(position) });
