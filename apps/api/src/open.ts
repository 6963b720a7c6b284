import type { StoreSettings } from '@kithline/network/settings';
import { openEmbedded } from './stores/open-embedded.ts';
import type { Around, Opened } from './stores/opened.ts';

/** Opens a data folder, or what is on servers: that is loaded only when it is asked for. @throws LogUnavailable of a data folder */
export async function open(stores: StoreSettings, around: Around): Promise<Opened> {
  if (stores.mode === 'embedded') return openEmbedded(stores.folder, around);
  const { openOnServers } = await import('./stores/open-on-servers.ts');
  return openOnServers(stores, around);
}
