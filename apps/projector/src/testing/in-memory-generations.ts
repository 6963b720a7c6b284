import { CheckpointConflict, type Checkpoint, type GraphChange, type GraphFact, InMemoryGraphStore, type Order } from '@kithline/graph';
import type { Generation, Generations, GenerationStore } from '../generations.ts';

/** As strict as Neo4j: one writer, facts that stand, and a failure on demand. */
class Store implements GenerationStore {
  readonly inner = new InMemoryGraphStore();
  readonly #facts = new Map<number, GraphFact>();
  readonly #fail: (events: number) => void;

  constructor(fail: (events: number) => void) {
    this.#fail = fail;
  }

  async checkpoint(): Promise<Checkpoint> {
    return this.inner.checkpoint();
  }

  async apply(changes: readonly GraphChange[], from: number, to: Checkpoint): Promise<void> {
    await new Promise((resolve) => setImmediate(resolve));
    this.#fail(to.position - from);
    await this.inner.apply(changes, from, to);
    for (const change of changes) {
      if (change.change === 'retract') this.#facts.delete(change.position);
      else this.#facts.set(change.fact.position, change.fact);
    }
  }

  async fingerprint(): Promise<string> {
    return this.inner.fingerprint();
  }

  async *facts(): AsyncIterable<GraphFact> {
    yield* [...this.#facts.values()].sort((a, b) => a.position - b.position);
  }
}

/** Generations in memory, for specs; what was told of each order is kept. */
export class InMemoryGenerations implements Generations {
  readonly stores = new Map<number, Store>();
  readonly #orders: Order[] = [];
  live: number | null = null;
  /** Failures of what is asked next. */
  readonly failures: Error[] = [];
  /** Why it does not say where its generations are. */
  hangs: Error | undefined;
  #newest = 0;

  readonly orders = {
    place: async (id: string, text: string): Promise<void> => {
      if (!this.#orders.some((order) => order.id === id)) this.#orders.push({ id, text, told: '', done: false });
    },
    placed: async (): Promise<readonly Order[]> => [...this.#orders],
    tell: async (id: string, told: string, done: boolean): Promise<void> => {
      const i = this.#orders.findIndex((order) => order.id === id);
      this.#orders[i] = { ...this.#orders[i]!, told, done };
    },
  };

  /** So many events at once are too much for it, and how it says so. */
  tooMuch: Readonly<{ events: number; failure: Error }> | undefined;

  readonly #fail = (events = 0): void => {
    if (this.tooMuch && events >= this.tooMuch.events) throw this.tooMuch.failure;
    const failure = this.failures.shift();
    if (failure) throw failure;
  };

  async migrate(): Promise<void> {
    this.#fail();
  }

  async generations(): Promise<readonly Generation[]> {
    if (this.hangs) throw this.hangs;
    const positions = await Promise.all(
      [...this.stores].map(async ([generation, store]) => [generation, (await store.checkpoint()).position] as const),
    );
    return positions.map(([generation, position]) => ({ generation, position, live: generation === this.live, dropping: false }));
  }

  async begin(): Promise<number> {
    this.stores.set(++this.#newest, new Store(this.#fail));
    return this.#newest;
  }

  store(generation: number): Store {
    return this.stores.get(generation)!;
  }

  async switchTo(generation: number, from: number | null): Promise<void> {
    if (this.live !== from) throw new CheckpointConflict(`generation ${this.live} is live, not ${from}`);
    this.live = generation;
  }

  async drop(generation: number): Promise<void> {
    if (this.live === generation) throw new CheckpointConflict(`generation ${generation} is live`);
    this.stores.delete(generation);
  }

  async close(): Promise<void> {}
}
