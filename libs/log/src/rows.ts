import { canonicalEvent, encodeLine, storedId, type TouchpointEvent } from '@kithline/touchpoints';
import { IdReused } from './event-log.ts';

/** A fact made ready to be stored: `id` its stored id, `stream` its subject, `line` its canonical line; `event` what the line says, where it is at hand. */
export type Row = Readonly<{ id: string; stream: string; line: string; event?: TouchpointEvent }>;

export const rowOf = (event: TouchpointEvent): Row => ({
  id: storedId(event.source, event.id),
  stream: event.subject,
  line: encodeLine(event),
});

/** @throws TypeError when an event has another subject: an append writes one stream. */
export function rowsOfStream(stream: string, events: readonly TouchpointEvent[]): readonly Row[] {
  const stray = events.find(({ subject }) => subject !== stream);
  if (stray) throw new TypeError(`an event of ${stray.subject} cannot be appended to ${stream}: its subject is its stream`);
  return events.map((given) => {
    const event = canonicalEvent(given);
    return { id: storedId(event.source, event.id), stream, line: JSON.stringify(event), event };
  });
}

/** The refusal of a row whose id is taken by another body; `index` is its place among those given. */
export function idReused({ line }: Row, index: number): IdReused {
  const { source, id } = JSON.parse(line) as TouchpointEvent;
  return new IdReused(source, id, index);
}
