import { BACKWARDS, END, type ReadPosition, START, type StreamingRead, type ResolvedEvent } from '@eventstore/db-client';
import type { Position } from '../event-log.ts';
import { BackOff, type Jitter } from './back-off.ts';
import type { Client } from './client.ts';
import { isMissingStream, refusal, unavailable } from './failures.ts';
import { type Stored, storedOf } from './stored.ts';
import { NoAnswer, type Timing } from './timing.ts';

/** How many events one call reads. */
const pageSize = 500;

type Reading = StreamingRead<ResolvedEvent>;
export type Surroundings = Readonly<{ address: string; timing: Timing; jitter: Jitter }>;

/** Reads from the server, in calls that end: each has a timer of its own, and is asked again until patience is at an end. */
export class Reader {
  readonly #client: Client;
  readonly #around: Surroundings;

  constructor(client: Client, around: Surroundings) {
    this.#client = client;
    this.#around = around;
  }

  /** Whatever stands after a position, of any tenant and of the server itself; nothing at the end. */
  async after(position: Position): Promise<readonly Stored[]> {
    const fromPosition = position === 0 ? START : exactly(position);
    const page = await this.#read(() => this.#client.readAll({ fromPosition, maxCount: pageSize }));
    return page.filter(({ recorded }) => recorded.position > position);
  }

  /** Whatever stands before a position, the last first; nothing at the start. */
  async before(position: Position = Infinity): Promise<readonly Stored[]> {
    const fromPosition = position === Infinity ? END : exactly(position);
    const maxCount = position === Infinity ? 16 : pageSize; // the head is mostly the last or the one before
    const page = await this.#read(() => this.#client.readAll({ fromPosition, maxCount, direction: BACKWARDS }));
    return page.filter(({ recorded }) => recorded.position < position);
  }

  /** The event at this very position. */
  async at(position: Position): Promise<Stored | undefined> {
    const [first] = await this.#read(() => this.#client.readAll({ fromPosition: exactly(position), maxCount: 1 }));
    return first?.recorded.position === position ? first : undefined;
  }

  /** The events of a stream of the server from a revision on, at most `count`; none when nobody wrote it. */
  async stream(name: string, from = 0, count = Number.MAX_SAFE_INTEGER): Promise<readonly Stored[]> {
    return this.#read(() => this.#client.readStream(name, { fromRevision: BigInt(from), maxCount: count }));
  }

  async #read(start: () => Reading): Promise<readonly Stored[]> {
    const { address, timing, jitter } = this.#around;
    const backOff = new BackOff(timing, jitter);
    const end = performance.now() + timing.patience;
    for (;;) {
      try {
        const events = await collected(start(), timing.answer);
        return events.flatMap((event) => storedOf(address, event) ?? []);
      } catch (error) {
        if (isMissingStream(error)) return [];
        const refused = refusal(address, error);
        if (refused) throw refused;
        if (performance.now() > end) throw unavailable(address, error);
        await backOff.pause();
      }
    }
  }
}

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
