import type { EventLog, Recorded } from '@kithline/log';
import { settleParked, Turns, type ParkedOrder, type SettledList } from '@kithline/network';
import { type Parked, Projection, type Skipped } from '@kithline/projection';
import type { GenerationStore, Generations } from '../generations.ts';

/** From so many parked events on it is this program that is wrong, not the events: it stops rather than go on without them. */
const MOST_PARKED = 10_000;

/** A generation, and the projection that writes it. */
export type Written = Readonly<{ generation: number; store: GenerationStore; projection: Projection }>;

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
  #live: Written;

  private constructor(live: Written) {
    this.#live = live;
  }

  /** Goes on with the live generation; where there is none yet, the newest one is made live, or a first. */
  static async open(log: EventLog, generations: Generations): Promise<Writer> {
    const all = await generations.generations();
    const live =
      all.find((each) => each.live)?.generation ?? (await first(generations, all.findLast(({ dropping }) => !dropping)?.generation));
    return new Writer(await writtenBy(log, generations, { generation: live }));
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
    return this.#turns.alone(() => this.#live.projection.apply(batch));
  }

  /** @throws NotParked */
  settle(order: ParkedOrder): Promise<SettledList> {
    return this.#turns.alone(() => settleParked(this.#live.projection, order));
  }

  /** Does something with the live graph while nothing is applied; it may give another one to go on with. */
  holding<T>(work: (live: Written, goOnWith: (other: Written) => void) => Promise<T>): Promise<T> {
    return this.#turns.alone(() => work(this.#live, (other) => (this.#live = other)));
  }
}

async function first(generations: Generations, begun: number | undefined): Promise<number> {
  const generation = begun ?? (await generations.begin());
  await generations.switchTo(generation, null);
  return generation;
}
