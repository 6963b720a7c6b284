import { realpathSync } from 'node:fs';
import { addressIn } from '@kithline/network';

/** Milliseconds in which a server must say that it is there. */
const PATIENCE = 5_000;

/** The server that writes the log of a folder, by the address it left; undefined when that is out of date. */
export async function serverOf(folder: string): Promise<URL | undefined> {
  const address = addressIn(folder);
  if (!address) return undefined;
  try {
    const response = await fetch(new URL('/v1/status?quick=true', address), { signal: AbortSignal.timeout(PATIENCE) });
    const { folder: theirs } = (await response.json()) as { folder: string };
    return realpathSync(theirs) === realpathSync(folder) ? address : undefined;
  } catch {
    return undefined; // nobody listens there any more, or somebody else
  }
}
