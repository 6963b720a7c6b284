import type { EventLog } from '@kithline/log';
import type { GraphInUse } from '@kithline/network';

/** What a command asks beside its own stream. */
export type Known = Readonly<{ log: EventLog; graph: GraphInUse }>;

/** Milliseconds that a command waits for the graph to see what was recorded just before. */
const PATIENCE = 1_000;

/** Whether the graph sees all that was recorded, after waiting a moment for it. */
export const isUpToDate = async ({ log, graph }: Known): Promise<boolean> => graph.waitFor((await log.head()).position, PATIENCE);
