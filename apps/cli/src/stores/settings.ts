import { resolve } from 'node:path';
import { BadSettings, type Env, Given, readStores, type StoreSettings } from '@kithline/network/settings';

/** Where log and graph are. `folder`: the data folder as it was named; beside servers, where what belongs to them is kept. */
export type Stores = Readonly<{ stores: StoreSettings; folder: string }>;

/** What `--data` says, which means log and graph in that folder; or else the settings. @throws BadSettings */
export async function storesOf(data: string | undefined, env: Env): Promise<Stores> {
  if (data !== undefined) return { stores: { mode: 'embedded', folder: resolve(data) }, folder: data };
  const given = new Given(env);
  const stores = await readStores(given);
  const folder = given.text('KITHLINE_DATA') ?? 'kithline-data';
  if (given.mistakes.length > 0) throw new BadSettings(given.mistakes);
  return { stores, folder };
}
