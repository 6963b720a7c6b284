import Database from 'better-sqlite3';
import { LogUnavailable } from '../log-unavailable.ts';
import { explained } from './failures.ts';
import { createLog, isThere, openToRead } from './log-file.ts';
import { lockForWriting, type WriterLock } from './writer-lock.ts';

/** A connection that only reads; it sees what any process commits. @throws LogUnavailable */
export function connectToRead(path: string): Database.Database {
  return explained(path, () => {
    if (!isThere(path)) throw new LogUnavailable('missing', path, `there is no log at ${path} yet: import something first`);
    return openToRead(path);
  });
}

/** The connection of the one writer, and its lock. Makes the log where there is none. @throws LogUnavailable */
export function connectToWrite(path: string): { db: Database.Database; lock: WriterLock } {
  return explained(path, () => {
    if (isThere(path)) openToRead(path).close(); // before a lock is made beside a file that is none of ours
    const lock = lockForWriting(path);
    try {
      if (!isThere(path)) createLog(path);
      return { db: tuned(new Database(path)), lock };
    } catch (error) {
      lock.release();
      throw error;
    }
  });
}

/** Durable at every commit; the write-ahead log goes into the file every 10,000 pages (DESIGN, Log). */
function tuned(db: Database.Database): Database.Database {
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
  db.pragma('wal_autocheckpoint = 10000');
  db.pragma('cache_size = -64000');
  return db;
}
