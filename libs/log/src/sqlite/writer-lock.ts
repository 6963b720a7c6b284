import Database from 'better-sqlite3';
import { LogUnavailable } from '../log-unavailable.ts';
import { explained } from './failures.ts';
import { realPath } from './log-file.ts';

/** Held as long as a process may write the log. */
export type WriterLock = Readonly<{ release: () => void }>;

/**
 * Takes the lock of the one writer: an SQLite file beside the log on which a transaction is left open, so that the lock ends with the
 * process however that ends. The file's user_version tells others who holds it.
 * @throws LogUnavailable locked, at once
 */
export function lockForWriting(path: string): WriterLock {
  return explained(path, () => {
    const db = new Database(`${realPath(path)}.lock`);
    try {
      take(db, path);
    } catch (error) {
      db.close();
      throw error;
    }
    return { release: () => db.close() };
  });
}

/** Writes its name and takes the lock again; goes round when another process came in between. */
function take(db: Database.Database, path: string): void {
  for (;;) {
    if (!begins(db))
      throw new LogUnavailable('locked', path, `${path} is being written by ${holderOf(db)}: wait until it is done, or stop it`);
    if (nameIn(db) === process.pid) return;
    db.pragma(`user_version = ${process.pid}`);
    db.exec('COMMIT');
  }
}

/** Does not wait for the lock; all else waits a moment for those who only read the name. */
function begins(db: Database.Database): boolean {
  try {
    db.exec('PRAGMA busy_timeout = 0; BEGIN IMMEDIATE');
    return true;
  } catch (error) {
    if (isBusy(error)) return false;
    throw error;
  } finally {
    db.exec('PRAGMA busy_timeout = 1000');
  }
}

const nameIn = (db: Database.Database): number => Number(db.pragma('user_version', { simple: true }));

function holderOf(db: Database.Database): string {
  try {
    return `process ${nameIn(db)}`;
  } catch (error) {
    if (isBusy(error)) return 'another process'; // it writes its name at this moment
    throw error;
  }
}

const isBusy = (error: unknown): boolean => String((error as { code?: unknown }).code).startsWith('SQLITE_BUSY');
