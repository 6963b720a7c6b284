import { BACKWARDS, END, type ReadPosition, START, type StreamingRead, type ResolvedEvent } from '@eventstore/db-client';
import type { Position } from '../event-log.ts';
import { BackOff, type Jitter } from './back-off.ts';
import type { Client } from './client.ts';
import type { LogUnavailable } from '../log-unavailable.ts';
import { isMissingStream, mayBeNoPlace, refusal, unavailable } from './failures.ts';
import { Landmarks } from './landmarks.ts';
import { type Stored, storedOf } from './stored.ts';
import { NoAnswer, type Timing } from './timing.ts';

/** How many events one call reads. */
const pageSize = 500;

type Reading = StreamingRead<ResolvedEvent>;
export type Surroundings = Readonly<{
  address: string;
  timing: Timing;
  jitter: Jitter;
  /** Told why an append or a read is to be tried again. */
  waits: (trouble: LogUnavailable) => void;
}>;

/** What a read found; undefined where there may be no event at the position it was to begin at. */
type Found = readonly Stored[] | undefined;

/**
 * Reads from the server, in calls that end: each has a timer of its own, and is asked again until patience is at an end. The server takes
 * positions of events only, and cannot say which is the nearest: for any other place that is looked for by reading.
 */
export class Reader {
  readonly #client: Client;
  readonly #around: Surroundings;
  readonly #landmarks = new Landmarks();

  constructor(client: Client, around: Surroundings) {
    this.#client = client;
    this.#around = around;
  }

  /** Whatever stands after a position, of any tenant and of the server itself; nothing at the end. */
  async after(position: Position): Promise<readonly Stored[]> {
    const page = (await this.#from(position)) ?? (await this.#onwards(await this.#nearest(position)));
    return page.filter(({ recorded }) => recorded.position > position);
  }

  /** Whatever stands before an event, the last first; nothing at the start. */
  async before(position: Position = Infinity): Promise<readonly Stored[]> {
    const fromPosition = position === Infinity ? END : exactly(position);
    const maxCount = position === Infinity ? 16 : pageSize; // the head is mostly the last or the one before
    const page = await this.#read(() => this.#client.readAll({ fromPosition, maxCount, direction: BACKWARDS }));
    return page.filter(({ recorded }) => recorded.position < position);
  }

  /** The event at this very position. */
  async at(position: Position): Promise<Stored | undefined> {
    const [first] = (await this.#from(position, 1)) ?? (await this.#onwards(await this.#nearest(position), 1));
    return first?.recorded.position === position ? first : undefined;
  }

  /** Where the last event at or before a position stands, whoever wrote it: what the server can be asked for. 0 where there is none. */
  async placeOf(position: Position): Promise<Position> {
    const [first] = (await this.#from(position, 1)) ?? [];
    return position === 0 || first?.recorded.position === position ? position : this.#nearest(position);
  }

  /** The events of a stream of the server from a revision on, at most `count`; none when nobody wrote it. */
  async stream(name: string, from = 0, count = Number.MAX_SAFE_INTEGER): Promise<readonly Stored[]> {
    return this.#read(() => this.#client.readStream(name, { fromRevision: BigInt(from), maxCount: count }));
  }

  /** From any position on. */
  async #from(position: Position, maxCount = pageSize): Promise<Found> {
    if (position === 0) return this.#onwards(0, maxCount);
    const page = await this.#readUnless(mayBeNoPlace, () => this.#forwards(exactly(position), maxCount));
    if (page) this.#landmarks.add(positionOf(page.at(-1)));
    else this.#landmarks.remove(position);
    return page;
  }

  /** From an event on that was just read, or from the start. */
  async #onwards(place: Position, maxCount = pageSize): Promise<readonly Stored[]> {
    return this.#read(() => this.#forwards(place === 0 ? START : exactly(place), maxCount));
  }

  #forwards(fromPosition: ReadPosition | typeof START, maxCount: number): Reading {
    return this.#client.readAll({ fromPosition, maxCount });
  }

  /** As `placeOf`, looked for from the landmark before it or from the end, whichever is nearer. */
  async #nearest(position: Position): Promise<Position> {
    const last = await this.before();
    const landmark = this.#landmarks.before(position);
    const isNearTheEnd = positionOf(last[0]) - position < position - landmark;
    return isNearTheEnd ? this.#nearestBefore(last, position) : this.#nearestAfter(landmark, position);
  }

  async #nearestBefore(last: readonly Stored[], position: Position): Promise<Position> {
    for (let page = last; page.length > 0; page = await this.before(positionOf(page.at(-1)))) {
      const found = page.find(({ recorded }) => recorded.position <= position);
      if (found) return positionOf(found);
    }
    return 0;
  }

  async #nearestAfter(landmark: Position, position: Position): Promise<Position> {
    for (let found = landmark; ;) {
      const page = await this.after(found);
      const passed = page.filter(({ recorded }) => recorded.position <= position);
      found = passed.at(-1)?.recorded.position ?? found;
      if (page.length === 0 || passed.length < page.length) return found;
    }
  }

  async #read(start: () => Reading): Promise<readonly Stored[]> {
    return (await this.#readUnless(never, start)) ?? [];
  }

  /** Undefined when it fails in that way. */
  async #readUnless(isOver: (error: unknown) => boolean, start: () => Reading): Promise<Found> {
    const { address, timing, jitter, waits } = this.#around;
    const backOff = new BackOff(timing, jitter);
    const end = performance.now() + timing.patience;
    for (;;) {
      try {
        const events = await collected(start(), timing.answer);
        return events.flatMap((event) => storedOf(address, event) ?? []);
      } catch (error) {
        if (isMissingStream(error)) return [];
        if (isOver(error)) return undefined;
        const refused = refusal(address, error);
        if (refused) throw refused;
        if (performance.now() > end) throw unavailable(address, error);
        waits(unavailable(address, error));
        await backOff.pause();
      }
    }
  }
}

const never = (): boolean => false;
const positionOf = (stored: Stored | undefined): Position => stored?.recorded.position ?? 0;
const exactly = (position: Position): ReadPosition => ({ commit: BigInt(position), prepare: BigInt(position) });

/** All that a read gives. It has no deadline of its own: when nothing comes for `ms` it is given up. */
function collected(reading: Reading, ms: number): Promise<readonly ResolvedEvent[]> {
  return new Promise((resolve, reject) => {
    const found: ResolvedEvent[] = [];
    const timer = setTimeout(() => {
      reject(new NoAnswer(`nothing came for ${ms} ms`));
      reading.cancel().catch(() => undefined);
    }, ms);
    const done = (settle: () => void) => () => {
      clearTimeout(timer);
      settle();
    };
    reading.on('data', (event: ResolvedEvent) => {
      found.push(event);
      timer.refresh();
    });
    reading.on(
      'end',
      done(() => resolve(found)),
    );
    reading.on('error', (error) => done(() => reject(error))());
  });
}
