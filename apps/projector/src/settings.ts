import {
  BadSettings,
  type Env,
  type EventStoreSettings,
  Given,
  type Neo4jSettings,
  type ProcessSettings,
  readProcess,
  readStores,
} from '@kithline/network/settings';
import type { BatchLimits } from './following/batches.ts';

export type Settings = ProcessSettings &
  Readonly<{ log: EventStoreSettings; graph: Neo4jSettings; limits: Readonly<{ live: BatchLimits; behind: BatchLimits }> }>;

/** Everything the projector is told, by the environment or a file (network/settings). @throws BadSettings */
export async function readSettings(env: Env): Promise<Settings> {
  const given = new Given(env);
  const stores = await readStores(given);
  const settings = readProcess(given, 3211);
  const limits = {
    live: { events: given.number('BATCH_EVENTS', [1, 2_000, 50_000]), ms: given.number('BATCH_MS', [0, 50, 10_000]) },
    behind: { events: given.number('CATCH_UP_EVENTS', [1, 10_000, 50_000]), ms: 1_000 },
  };
  if (stores.mode === 'embedded' && given.mistakes.length === 0) {
    given.mistakes.push('LOG and GRAPH are not set: the projector follows LOG=eventstoredb into GRAPH=neo4j; embedded, a graph needs none');
  }
  if (stores.mode === 'embedded' || given.mistakes.length > 0) throw new BadSettings(given.mistakes);
  return { ...settings, log: stores.log, graph: stores.graph, limits };
}
