import { dirname } from 'node:path';
import { LogUnavailable, type Trouble } from '../log-unavailable.ts';

/** Runs work on the file of a log; what SQLite reports comes out as one line that says what to do. */
export function explained<T>(path: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw explain(path, error);
  }
}

/** As `explained`, for work that takes time. */
export async function explainedLater<T>(path: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw explain(path, error);
  }
}

/** The error itself where SQLite did not raise it. */
export function explain(path: string, error: unknown): unknown {
  const code = codeOf(error);
  const known = code === undefined ? undefined : reasons.find(([prefix]) => code.startsWith(prefix));
  if (!known) return error;
  const [, trouble, sentence] = known;
  return new LogUnavailable(trouble, path, `${sentence(path)} (${code})`, error);
}

/** Whether SQLite raised it. */
export const isOfSqlite = (error: unknown): boolean => codeOf(error) !== undefined;

/** Told by its code: inside Jest the class of the error belongs to another realm. */
function codeOf(error: unknown): string | undefined {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
  return typeof code === 'string' && code.startsWith('SQLITE_') ? code : undefined;
}

const readOnly = (path: string): string => `cannot write in ${dirname(path)}: allow this user to make and change files there`;

/** From the particular to the general. */
const reasons: readonly (readonly [prefix: string, trouble: Trouble, sentence: (path: string) => string])[] = [
  ['SQLITE_FULL', 'disk-full', (path) => `the disk that holds ${path} is full: nothing of this batch was written, make room and repeat it`],
  ['SQLITE_READONLY', 'read-only', readOnly],
  ['SQLITE_CANTOPEN', 'read-only', readOnly],
  ['SQLITE_PERM', 'read-only', readOnly],
  ['SQLITE_NOTADB', 'not-a-log', (path) => `${path} is not a Kithline log: it was left as it is`],
  ['SQLITE_CORRUPT', 'damaged', (path) => `${path} is damaged: keep a copy of it and go back to a backup`],
  ['SQLITE_BUSY', 'locked', (path) => `${path} is busy in another process: try again in a moment`],
  ['SQLITE_', 'failed', (path) => `${path} could not be read or written: look at the disk`],
];
