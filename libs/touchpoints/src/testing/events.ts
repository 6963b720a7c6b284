import type { EventType } from '../event-types.ts';
import { type TouchpointEvent, wireType } from '../event.ts';
import type { DataOf } from '../schemas/shapes.ts';
import { shapeOf } from '../schemas/shapes.ts';

let counted = 0;

/** A valid event of a type, as a sender would write it; every event has an id of its own. */
export function eventOf<T extends EventType>(type: T, data: DataOf<T>, more: Partial<TouchpointEvent> = {}): TouchpointEvent {
  const { kind, key } = shapeOf(type);
  const subject = `${kind}/${String((data as Readonly<Record<string, unknown>>)[key ?? ''])}`;
  const id = `e-${++counted}`;
  return { specversion: '1.0', id, source: 'urn:test', type: wireType(type), time: '2026-03-02T10:00:00Z', subject, ...more, data };
}
