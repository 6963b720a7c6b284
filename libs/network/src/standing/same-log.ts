import type { EventLog } from '@kithline/log';
import type { Instant } from '@kithline/touchpoints';

/** How far a generation of the graph was built; `recordedAt` of the event at `position`, null where nothing has been applied. */
export type BuiltUpTo = Readonly<{ generation: number; position: number; recordedAt: Instant | null }>;

/** A graph was built from another log than the one that is named, or from more of it than there is now. Nothing was read of it or written to it. */
export class AnotherLog extends Error {
  override name = 'AnotherLog';
}

/**
 * Makes sure that a graph was built from this log. The event that it was built up to tells: a log that has one at the same position, recorded in
 * the same millisecond, is the same up to there; one that was set back to a backup has none, or another. Costs a look at where the log ended there.
 * @throws AnotherLog; LogUnavailable when the log does not say
 */
export async function refuseAnotherLog(log: Pick<EventLog, 'head'>, { generation, position, recordedAt }: BuiltUpTo): Promise<void> {
  if (recordedAt === null) return;
  const found = await log.head(position);
  if (found.position === position && found.recordedAt === recordedAt) return;
  throw new AnotherLog(
    `generation ${generation} of the graph belongs to another log: the event at position ${position} that it was built up to is not in this one. ` +
      'Name the log it was built from (EVENTSTORE_URL, KITHLINE_TENANT), or have the graph built anew from this one: kithline rebuild --accept',
  );
}
