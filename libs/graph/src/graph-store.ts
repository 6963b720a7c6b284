import type { Instant } from '@kithline/touchpoints';
import type { GraphChange } from './graph-fact.ts';

/** How far the log has been applied. `ledger` is the projection's own memory (amendments and what waits for its target), opaque to the store. */
export type Checkpoint = Readonly<{ position: number; recordedAt: Instant | null; ledger: string }>;

/** Somebody else moved the checkpoint: there is a second writer, which there must not be. */
export class CheckpointConflict extends Error {
  override name = 'CheckpointConflict';
}

/** The writing side of a graph. One writer; changes and checkpoint are one transaction, so each event is applied exactly once. */
export interface GraphStore {
  checkpoint(): Promise<Checkpoint>;
  /**
   * Applies all changes and moves the checkpoint from `from` to `to`, or does neither. `to.position` may be `from`, when what was parked is
   * retried or skipped: then facts of earlier positions are recorded late and the ledger changes, while the log goes no further. So who keeps
   * what was read cannot tell by the position alone that nothing changed, nor can who lost an acknowledgement.
   * @throws CheckpointConflict when the checkpoint's position is not `from`
   */
  apply(changes: readonly GraphChange[], from: number, to: Checkpoint): Promise<void>;
}
