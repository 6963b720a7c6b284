import { existsSync, mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { openSqliteLog, type SqliteLog } from '@kithline/log';
import type { Call } from '../door/door.ts';
import { logPath, Problem } from '@kithline/network';

/** Refuses what is done only where the log is in a data folder. @throws Problem */
export function requireFolder({ stores }: Call, instead: string): void {
  if (stores.mode === 'served') throw new Problem('conflict', 'only_embedded', `the log is on EventStoreDB: ${instead}`);
}

/** The log to write, made with its folder where there is none. @throws LogUnavailable when another process writes it */
export async function openToWrite({ folder, door }: Call): Promise<SqliteLog> {
  mkdirSync(folder, { recursive: true });
  return openSqliteLog(logPath(folder), { now: door.now, mode: 'write' });
}

/** The log to read, while others write it. @throws Problem when there is none: asking makes nothing */
export async function openToRead({ folder, door }: Call): Promise<SqliteLog> {
  if (!existsSync(logPath(folder))) {
    const message = `there is no log in ${resolve(folder)}`;
    throw new Problem('notFound', 'no_log', `${message}: import something into it, or name another folder with --data or KITHLINE_DATA`, [
      { field: 'data', message },
    ]);
  }
  return openSqliteLog(logPath(folder), { now: door.now, mode: 'read' });
}
