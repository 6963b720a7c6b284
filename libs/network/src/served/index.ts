import { openEventStoreLog } from '@kithline/log/eventstoredb';
import { Neo4jGraphs } from '@kithline/graph/neo4j';
import type { Progress, Report } from '@kithline/projection';
import type { StoreSettings } from '../settings/index.ts';
import { ownFolder } from './own-folder.ts';
import { PastGraphs } from './past-graphs.ts';
import { ServedNetwork } from './served-network.ts';
import { SharedGraph } from './shared-graph.ts';

export { Away } from './away.ts';
export { onlyEmbedded, ServedNetwork } from './served-network.ts';
export { SharedGraph } from './shared-graph.ts';

export type ServedSettings = Extract<StoreSettings, { mode: 'served' }>;

export type ServedOptions = Readonly<{
  /** A number from 0 to 1, drawn anew each time. */
  random: () => number;
  /** An id that nobody else has. */
  newId: () => string;
  /** Told of what does not stop anything. */
  report: Report;
  /** Told how a replay goes. */
  progress?: Progress;
  /** Told each time the graph was looked at while it is followed: what is wrong, or undefined. */
  heard?: (trouble: Error | undefined) => void;
  /** Told each time the log is to be asked again because it does not answer. */
  waits?: (trouble: Error) => void;
  /** Milliseconds for which the log is asked again before it counts as unavailable; default 30,000. */
  patience?: number;
}>;

/** The network on two servers. Nothing is connected before something is asked, so this succeeds while they are away. */
export function openServed({ log: where, graph, folder }: ServedSettings, options: ServedOptions): ServedNetwork {
  const { random, newId, report, progress, heard = () => undefined, waits, patience } = options;
  const log = openEventStoreLog(where.url, {
    tenant: where.tenant,
    ...(where.credentials && { credentials: where.credentials }),
    ...(patience !== undefined && { timing: { patience } }),
    jitter: random,
    ...(waits && { waits }),
  });
  const own = folder === undefined ? undefined : ownFolder(folder, `${log.address} ${where.tenant}`);
  const past = new PastGraphs({ log, folder: own, report, ...(progress && { progress }) });
  const shared = new SharedGraph({ connect: () => Neo4jGraphs.connect(graph), log, past, heard });
  return new ServedNetwork({ log, graph: shared, folder: own, newId });
}
