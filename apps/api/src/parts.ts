import type { EventLog, KeptAnswers } from '@kithline/log';
import type { LiveGraph, Network } from '@kithline/network';

/** What the api stands on: opened by the composition root (main.ts) or a spec, and closed there. */
export type Parts = Readonly<{
  log: EventLog;
  graph: LiveGraph;
  /** Both behind one object, for whoever asks and imports. */
  network: Network;
  /** What was answered to commands that came with an Idempotency-Key. */
  answers: KeptAnswers;
  /** A number from 0 to 1, drawn anew each time. */
  random: () => number;
  /** The clock: milliseconds since 1970. */
  now: () => number;
}>;

/** Where Nest finds all of it: `@Inject(PARTS) private readonly parts: Parts`. */
export const PARTS = Symbol('parts');
