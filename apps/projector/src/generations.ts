import type { GraphFact, GraphStore, Orders } from '@kithline/graph';

/** One generation of the graph, as its writer and who compares it need it. */
export interface GenerationStore extends GraphStore {
  /** SHA-256 over every fact. */
  fingerprint(): Promise<string>;
  /** Every fact that stands, in order of position. */
  facts(): AsyncIterable<GraphFact>;
}

/** How far a generation has come, whether questions are answered from it, and whether it is being taken away. */
export type Generation = Readonly<{ generation: number; position: number; live: boolean; dropping: boolean }>;

/** The generations of the graph that stand beside each other on one server. */
export interface Generations {
  migrate(): Promise<void>;
  generations(): Promise<readonly Generation[]>;
  begin(): Promise<number>;
  store(generation: number): GenerationStore;
  /** @throws CheckpointConflict when another one than `from` is live (null: none) */
  switchTo(generation: number, from: number | null): Promise<void>;
  drop(generation: number): Promise<void>;
  readonly orders: Orders;
  close(): Promise<void>;
}

/** @throws GraphUnavailable */
export type Connect = () => Promise<Generations>;
