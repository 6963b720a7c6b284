import type { EventLog, Recorded } from '@kithline/log';
import { settleParked, Turns, type ParkedOrder, type SettledList } from '@kithline/network';
import { type Parked, Projection, type Skipped } from '@kithline/projection';
import type { GenerationStore, Generations } from '../generations.ts';

/** From so many parked events on it is this program that is wrong, not the events: it stops rather than go on without them. */
const MOST_PARKED = 10_000;

/** A generation, and the projection that writes it. */
export type Written = Readonly<{ generation: number; store: GenerationStore; projection: Projection }>;

type Stores = Readonly<{ log: EventLog; generations: Generations }>;

export async function writtenBy(
  log: EventLog,
  generations: Generations,
  { generation, skipped = [] }: Readonly<{ generation: number; skipped?: readonly Skipped[] }>,
): Promise<Written> {
  const store = generations.store(generation);
  return { generation, store, projection: await Projection.resume(log, store, { skipped, mostParked: MOST_PARKED }) };
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

  /** Goes on with the live generation; where there is none yet, the newest one is made live, or a first. */
  static async open(log: EventLog, generations: Generations): Promise<Writer> {
    const all = await generations.generations();
    const live =
      all.find((each) => each.live)?.generation ?? (await first(generations, all.findLast(({ dropping }) => !dropping)?.generation));
    return new Writer({ log, generations }, await writtenBy(log, generations, { generation: live }));
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

async function first(generations: Generations, begun: number | undefined): Promise<number> {
  const generation = begun ?? (await generations.begin());
  await generations.switchTo(generation, null);
  return generation;
}
