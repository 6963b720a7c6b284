import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { EventLog } from '@kithline/log';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Where things are kept that belong to one log on a server, of all that a folder may be used for. `name` tells the log from every other. */
export const ownFolder = (folder: string, name: string): string => join(folder, `of-${sha256(name).slice(0, 16)}`);

/**
 * Stands for the hash of an event, of which the log on a server has none: where it is still the same, this is the log that something was kept
 * of. Null where there is no such event.
 */
export async function lineHash(log: Pick<EventLog, 'readAll'>, at: number): Promise<string | null> {
  for await (const [recorded] of log.readAll(at - 1, at)) if (recorded) return sha256(recorded.line);
  return null;
}
