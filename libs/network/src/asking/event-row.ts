import type { ErasedAt } from '@kithline/graph';
import type { Recorded } from '@kithline/log';
import { coreType, formatInstant, storedId } from '@kithline/touchpoints';

/** One event as `events` answers it (QUESTIONS, answers). */
export type EventRow = Readonly<Record<string, unknown>>;

/** The row of an event. Where it holds the id of a person with whose erasure it went everything that could tell of them is null. */
export function eventRow({ position, revision, recordedAt, event }: Recorded, hash: string | null, erased: ErasedAt): EventRow {
  const { subject, actor = null, data } = event;
  const masked = [subject.slice(subject.indexOf('/') + 1), actor, data].some((value) => holds(value, (id) => erased(id, position)));
  return {
    position,
    id: storedId(event.source, event.id),
    source: event.source,
    client_id: masked ? null : event.id,
    stream: masked ? null : subject,
    revision,
    type: coreType(event.type),
    subject: masked ? null : subject,
    time: event.time,
    recordedAt: formatInstant(recordedAt),
    community: event.community ?? null,
    actor: masked ? null : actor,
    hash,
    data: masked ? null : data,
    masked,
  };
}

/** Whether an id of which `is` holds stands anywhere in a value. */
function holds(value: unknown, is: (id: string) => boolean): boolean {
  if (typeof value === 'string') return is(value);
  return typeof value === 'object' && value !== null && Object.values(value).some((inner) => holds(inner, is));
}
