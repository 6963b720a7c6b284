import type { Instant } from '@kithline/touchpoints';
import type { EventLog, Head } from '../event-log.ts';
import type { KeptAnswers } from '../kept-answers.ts';
import type { RestoredRow } from './restore.ts';
import type { SqliteLog } from './sqlite-log.ts';
import type { ThreadedLog } from './thread/threaded-log.ts';

export { RestoreRefused } from './restore-refused.ts';
export type { RestoredRow } from './restore.ts';
export type { SqliteLog } from './sqlite-log.ts';

/** What a log in a file of this machine does beyond any log. */
export type EmbeddedLog = EventLog & Pick<SqliteLog, 'path' | 'recordRows' | 'backup'>;

/** `now`: the clock, asked once a batch. `write`: the one writer, the log is made where there is none; `read`: any number, while another writes. */
export type SqliteLogOptions = Readonly<{ now: () => Instant; mode: 'write' | 'read' }>;

/**
 * Opens the log in the file `path`, whose folder must exist. The driver is loaded here, so that who only asks for help does not wait for it.
 * @throws LogUnavailable
 */
export async function openSqliteLog(path: string, options: SqliteLogOptions): Promise<SqliteLog> {
  const { SqliteLog } = await import('./sqlite-log.ts');
  return SqliteLog.open(path, options);
}

/**
 * As `openSqliteLog` to write, but a thread of its own writes the log, by the clock of this machine.
 * @throws LogUnavailable
 */
export async function openThreadedLog(path: string): Promise<ThreadedLog> {
  const { ThreadedLog } = await import('./thread/threaded-log.ts');
  return ThreadedLog.open(path);
}

/**
 * Makes the log at `path` out of what another one exported, with the times at which that one recorded it; all or nothing.
 * @throws LogUnavailable, RestoreRefused
 */
export async function restoreSqliteLog(
  path: string,
  batches: AsyncIterable<readonly RestoredRow[]> | Iterable<readonly RestoredRow[]>,
): Promise<Head> {
  const { restore } = await import('./restore.ts');
  return restore(path, batches);
}

/** Opens the answers kept in the file `path`, made where there is none; its folder must exist. @throws LogUnavailable */
export async function openKeptAnswers(path: string, now: () => Instant): Promise<KeptAnswers> {
  const { SqliteKeptAnswers } = await import('./sqlite-kept-answers.ts');
  return new SqliteKeptAnswers(path, now);
}
