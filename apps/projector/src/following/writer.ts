import type { EventLog, Recorded } from '@kithline/log';
import { refuseAnotherLog, settleParked, Turns, type ParkedOrder, type SettledList } from '@kithline/network';
import { type Parked, Projection, type Skipped } from '@kithline/projection';
import type { GenerationStore, Generations } from '../generations.ts';
import { begunInstead } from '../rebuilding/begun-instead.ts';

/** From so many parked events on it is this program that is wrong, not the events: it stops rather than go on without them. */
const MOST_PARKED = 10_000;

/** A generation, and the projection that writes it. */
export type Written = Readonly<{ generation: number; store: GenerationStore; projection: Projection }>;

type Stores = Readonly<{ log: EventLog; generations: Generations }>;

/** Goes on with a generation from its checkpoint. @throws AnotherLog when it was built from another log than this one */
export async function writtenBy(
  log: EventLog,
  generations: Generations,
  { generation, skipped = [] }: Readonly<{ generation: number; skipped?: readonly Skipped[] }>,
): Promise<Written> {
  const store = generations.store(generation);
  const projection = await Projection.resume(log, store, { skipped, mostParked: MOST_PARKED });
  const { position, recordedAt } = projection;
  await refuseAnotherLog(log, { generation, position, recordedAt });
  return { generation, store, projection };
}

/** The one writer of the live graph. Whatever changes it is done in turn. */
export class Writer {
  readonly #turns = new Turns();
  readonly #stores: Stores;
  #live: Written;

  private constructor(stores: Stores, live: Written) {
    this.#stores = stores;
    this.#live = live;
  }

  /**
   * Goes on with the live generation; where there is none yet, the newest one is made live, or a first. One that belongs to another log is
   * left as it is, unless a rebuild is ordered that takes its place whatever differs.
   * @throws AnotherLog
   */
  static async open(log: EventLog, generations: Generations): Promise<Writer> {
    const all = await generations.generations();
    const live = all.find((each) => each.live)?.generation ?? null;
    const generation = live ?? all.findLast(({ dropping }) => !dropping)?.generation ?? (await generations.begin());
    const written = await writtenBy(log, generations, { generation }).catch((error: Error) => insteadOf(error, log, generations));
    if (written.generation !== live) await generations.switchTo(written.generation, live);
    return new Writer({ log, generations }, written);
  }

  get generation(): number {
    return this.#live.generation;
  }
  get position(): number {
    return this.#live.projection.position;
  }
  get parked(): readonly Parked[] {
    return this.#live.projection.parked;
  }
  get skipped(): readonly Skipped[] {
    return this.#live.projection.skipped;
  }

  apply(batch: readonly Recorded[]): Promise<void> {
    return this.#alone(({ projection }) => projection.apply(batch));
  }

  /** Where it fails, what is parked and skipped is told as the graph has it. @throws NotParked; whatever the log or the graph throws */
  settle(order: ParkedOrder): Promise<SettledList> {
    return this.#alone(({ projection }) =>
      settleParked(projection, order).catch(async (error: unknown) => {
        await this.#sound();
        throw error;
      }),
    );
  }

  /** Does something with the live graph while nothing is applied; it may give another one to go on with. */
  holding<T>(work: (live: Written, goOnWith: (other: Written) => void) => Promise<T>): Promise<T> {
    return this.#alone((live) => work(live, (other) => (this.#live = other)));
  }

  #alone<T>(work: (live: Written) => Promise<T>): Promise<T> {
    return this.#turns.alone(async () => work(await this.#sound()));
  }

  /** The live graph; where its projection broke off, with one that begins with what the graph has: whoever waited behind it loses nothing. */
  async #sound(): Promise<Written> {
    if (!this.#live.projection.brokeOff) return this.#live;
    const { log, generations } = this.#stores;
    return (this.#live = await writtenBy(log, generations, this.#live));
  }
}

/** @throws the error, unless it is that of another log and something may take its place */
async function insteadOf(error: Error, log: EventLog, generations: Generations): Promise<Written> {
  const generation = error.name === 'AnotherLog' ? await begunInstead(generations) : undefined;
  if (generation === undefined) throw error;
  return writtenBy(log, generations, { generation });
}
