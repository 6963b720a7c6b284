import type { EventLog } from '@kithline/log';
import type { GraphInUse } from '@kithline/network';

/** What a command asks beside its own stream. */
export type Known = Readonly<{ log: EventLog; graph: GraphInUse }>;

/** Milliseconds that a command waits for the graph to see what was recorded just before. */
const PATIENCE = 1_000;

/** Waits a moment for the graph to see all that was recorded. @returns whether it does */
export const caughtUp = async ({ log, graph }: Known): Promise<boolean> => graph.waitFor((await log.head()).position, PATIENCE);
