import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import {
  BadSettings,
  type Env,
  Given,
  type ProcessSettings,
  readProcess,
  readStores,
  type StoreSettings,
} from '@kithline/network/settings';

/** How the api is started: by the environment or a file (network/settings). `--data FOLDER` means log and graph in it, whatever they say of servers. */
export type Settings = ProcessSettings & Readonly<{ stores: StoreSettings }>;

/** @throws BadSettings with a line for each mistake */
export async function readSettings(argv: readonly string[], env: Env): Promise<Settings> {
  const given = new Given(env);
  const folder = folderIn(argv, given);
  const process = readProcess(given, 3210);
  const stores = folder === undefined ? await readStores(given) : ({ mode: 'embedded', folder: resolve(folder) } as const);
  if (given.mistakes.length > 0) throw new BadSettings(given.mistakes);
  return { ...process, stores };
}

function folderIn(argv: readonly string[], { mistakes }: Given): string | undefined {
  try {
    return parseArgs({ args: [...argv], options: { data: { type: 'string' } } }).values.data;
  } catch (error) {
    mistakes.push(`${(error as Error).message}: there is only --data FOLDER; everything else is taken from the environment`);
    return undefined;
  }
}
