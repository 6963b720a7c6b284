import { existsSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { LogUnavailable } from '../log-unavailable.ts';
import { connectToRead } from './connection.ts';
import { explainedLater } from './failures.ts';
import { syncFolder } from './log-file.ts';

/** Pages copied at a time (4 MB), between which others get their turn. */
const step = 1_024;

/**
 * Copies a log into a new file. A transaction of its own keeps the copy to one moment, so it need not start again when the log grows.
 * @throws LogUnavailable exists, no-folder, disk-full …
 */
export async function backup(path: string, target: string): Promise<void> {
  if (existsSync(target)) throw new LogUnavailable('exists', target, `${target} exists already: a backup overwrites nothing`);
  if (!existsSync(dirname(target))) throw new LogUnavailable('no-folder', target, `there is no folder ${dirname(target)}`);
  const unfinished = `${target}.unfinished`;
  const clear = () => ['', '-journal'].forEach((beside) => rmSync(unfinished + beside, { force: true }));
  clear();
  const db = connectToRead(path);
  try {
    await explainedLater(target, async () => {
      db.exec('BEGIN; SELECT max(position) FROM events');
      await db.backup(unfinished, { progress: () => step });
    });
    renameSync(unfinished, target);
    syncFolder(dirname(target));
  } finally {
    db.close();
    clear();
  }
}
