import type { GraphSource, NetworkLog } from '@kithline/network';
import type { Call } from '../door/door.ts';
import { openToRead, openToWrite } from './data-folder.ts';
import { openGraph } from './graph.ts';

/** Log and graph of a network, to be asked. */
export type Opened = Readonly<{ log: NetworkLog; graph: () => Promise<GraphSource>; close: () => Promise<void> }>;

/** Opens what the settings name; what belongs to servers is loaded only then. @throws Problem where there is no log in a data folder */
export async function openStores(call: Call): Promise<Opened> {
  if (call.stores.mode === 'served') return (await import('./on-servers.ts')).openOnServers(call, call.stores);
  const log = await openToRead(call);
  return { log, graph: () => openGraph(call, log), close: () => log.close() };
}

/** Opens the log alone, to write. @throws LogUnavailable when another process writes that of a data folder */
export async function openLogToWrite(call: Call): Promise<Omit<Opened, 'graph'>> {
  if (call.stores.mode === 'served') return openStores(call);
  const log = await openToWrite(call);
  return { log, close: () => log.close() };
}
