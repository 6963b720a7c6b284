import type { Instant } from '@kithline/touchpoints';
import type { Head } from '../event-log.ts';
import type { Row } from '../rows.ts';
import { connectToWrite } from './connection.ts';
import { explainedLater } from './failures.ts';
import { Reader } from './reader.ts';
import { RestoreRefused } from './restore-refused.ts';
import { Writer } from './writer.ts';

/** A row with the time at which it was recorded first, and the hash it was exported with (null where that log kept none). */
export type RestoredRow = Row & Readonly<{ recordedAt: Instant; hash: string | null }>;

/**
 * Fills an empty log in one transaction.
 * @throws LogUnavailable, RestoreRefused
 */
export async function restore(
  path: string,
  batches: AsyncIterable<readonly RestoredRow[]> | Iterable<readonly RestoredRow[]>,
): Promise<Head> {
  const { db, lock } = connectToWrite(path);
  try {
    const reader = new Reader(db, path);
    const { position } = reader.head();
    if (position > 0) throw new RestoreRefused(0, `${path} holds ${position} events already: restore into an empty log`);
    await explainedLater(path, () => fill(new Writer(db, path, reader), batches));
    db.pragma('wal_checkpoint(TRUNCATE)');
    return reader.head();
  } finally {
    db.close();
    lock.release();
  }
}

async function fill(writer: Writer, batches: AsyncIterable<readonly RestoredRow[]> | Iterable<readonly RestoredRow[]>): Promise<void> {
  let last: Instant = -Infinity;
  let position = 0;
  writer.begin();
  try {
    for await (const batch of batches) {
      for (const row of batch) {
        position++;
        if (!(row.recordedAt >= last))
          throw new RestoreRefused(position, `event ${position}: its recordedat is before that of the event above it`);
        last = row.recordedAt;
        restoreRow(writer, row, position);
      }
    }
    writer.commit();
  } catch (error) {
    writer.rollBack();
    throw error;
  }
}

function restoreRow(writer: Writer, row: RestoredRow, position: number): void {
  const { outcome } = writer.write(row, position - 1, row.recordedAt);
  if (outcome === 'known') throw new RestoreRefused(position, `event ${position}: stands further up already`);
  if (row.hash !== null && row.hash !== writer.hash) {
    const message = `event ${position}: its hash is ${row.hash}, but its line and those above it give ${writer.hash}: something was changed or left out`;
    throw new RestoreRefused(position, message);
  }
}
