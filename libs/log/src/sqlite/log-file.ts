import { closeSync, existsSync, fsyncSync, openSync, realpathSync, renameSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { LogUnavailable } from '../log-unavailable.ts';

/** `KITH`: what makes an SQLite file a log (PRAGMA application_id). */
const applicationId = 0x4b495448;

/** The format this program reads and writes (PRAGMA user_version). */
const format = 1;

const schema = `
  CREATE TABLE events (
    position INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE,
    stream TEXT NOT NULL,
    revision INTEGER NOT NULL,
    recorded_at INTEGER NOT NULL,
    hash BLOB NOT NULL,
    line TEXT NOT NULL,
    UNIQUE (stream, revision)
  ) STRICT`;

/**
 * Whether there is a file at `path` that may be a log; an empty one counts as none.
 * @throws LogUnavailable no-folder, not-a-log
 */
export function isThere(path: string): boolean {
  const file = statSync(path, { throwIfNoEntry: false });
  if (!file && !existsSync(dirname(path))) throw new LogUnavailable('no-folder', path, `there is no folder ${dirname(path)}`);
  if (file && !file.isFile()) throw new LogUnavailable('not-a-log', path, `${path} is not a file`);
  return file !== undefined && file.size > 0;
}

/**
 * Opens what is at `path` without writing to it, if it is a log that this program knows. SQLite alone opens the file: would the header be
 * read otherwise, closing it again would take away the locks that this process holds on it elsewhere (POSIX).
 * @throws LogUnavailable not-a-log, newer-format
 */
export function openToRead(path: string): Database.Database {
  const db = new Database(path, { readonly: true });
  try {
    refuseStranger(db, path);
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

function refuseStranger(db: Database.Database, path: string): void {
  const found = Number(db.pragma('user_version', { simple: true }));
  if (db.pragma('application_id', { simple: true }) !== applicationId) {
    throw new LogUnavailable('not-a-log', path, `${path} is not a Kithline log: it was left as it is`);
  }
  if (found > format) {
    const message = `${path} is a log of format ${found} and this program knows formats up to ${format}: use a newer Kithline (it was left as it is)`;
    throw new LogUnavailable('newer-format', path, message);
  }
}

/** The file itself, however its path is spelt: two spellings must not make two locks. */
export const realPath = (path: string): string =>
  existsSync(path) ? realpathSync(path) : join(realpathSync(dirname(path)), basename(path));

/**
 * Makes an empty log. It is there as a whole or not at all; call it with the writer's lock held.
 * @throws LogUnavailable damaged
 */
export function createLog(path: string): void {
  refuseOrphan(path);
  const unfinished = `${path}.new`;
  for (const beside of ['', '-journal', '-wal', '-shm']) rmSync(unfinished + beside, { force: true });
  const db = new Database(unfinished);
  try {
    db.pragma(`application_id = ${applicationId}`);
    db.pragma(`user_version = ${format}`);
    db.exec(schema);
    db.pragma('journal_mode = WAL');
  } finally {
    db.close();
  }
  renameSync(unfinished, path);
  syncFolder(dirname(path));
}

/** Events may be in the write-ahead log of a log that was taken away; SQLite would mix them into the new one. */
function refuseOrphan(path: string): void {
  const left = `${path}-wal`;
  if ((statSync(left, { throwIfNoEntry: false })?.size ?? 0) === 0) return;
  throw new LogUnavailable(
    'damaged',
    path,
    `${path} is gone, but ${left} is there and belongs to it: put the log back, or remove this too`,
  );
}

/** Makes a rename in the folder last through a power cut. Windows has no such call, and needs none. */
export function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  fsyncSync(handle);
  closeSync(handle);
}
