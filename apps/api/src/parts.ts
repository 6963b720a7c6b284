import type { EventLog, Handled, KeptAnswers, Request } from '@kithline/log';
import type { GraphInUse, Network } from '@kithline/network';

/** What the api stands on: opened by the composition root (main.ts) or a spec, and closed there. */
export type Parts = Readonly<{
  log: EventLog;
  graph: GraphInUse;
  /** Both behind one object, for whoever asks and imports. */
  network: Network;
  /** Why the graph does not go on with the log, undefined while it does. */
  trouble: () => Error | undefined;
  /** What was answered to commands that came with an Idempotency-Key. */
  answers: KeptAnswers;
  /** A folder for what is under way and of no use after a crash; empty at every start. */
  unfinished: string;
  /** Decides a command and appends what it brings about (`handle`). */
  handle: (request: Request) => Promise<Handled>;
  /** The clock: milliseconds since 1970. */
  now: () => number;
}>;

/** Where Nest finds all of it: `@Inject(PARTS) private readonly parts: Parts`. */
export const PARTS = Symbol('parts');
