import type { TouchpointEvent } from '../event.ts';
import { shapeOfWire } from '../wire/event-type.ts';
import { newestTypes } from './newest-types.ts';
import { upcast } from './upcast.ts';

/**
 * Reads a line of the log (or what it parses to) in the newest version of its type. It was checked when it came in and is trusted.
 * @throws InvalidEvent when its type or version is not known here: a newer Kithline wrote it.
 */
export function decodeStored(stored: string | object): TouchpointEvent {
  const event = (typeof stored === 'string' ? JSON.parse(stored) : stored) as TouchpointEvent;
  if (newestTypes.has(event.type)) return event;
  shapeOfWire(event.type);
  return upcast(event);
}
