/**
 * What somebody asks of the one writer of a graph. `text` says what, `told` how it goes or what came of it (both the writer's words, JSON);
 * `told` is '' until the writer has taken it up.
 */
export type Order = Readonly<{ id: string; text: string; told: string; done: boolean }>;

/** The door of a writer that has no other: orders are left beside the graph, and answered there. */
export interface Orders {
  /** Leaves an order; one of the same id is left as it is. @throws where it cannot be left */
  place(id: string, text: string): Promise<void>;
  /** The oldest hundred orders that are still to be done and the newest hundred that were, in the order in which they were placed. */
  placed(): Promise<readonly Order[]>;
  /** The writer tells how an order goes; `done`: that is its answer. */
  tell(id: string, told: string, done: boolean): Promise<void>;
}
