import { eventTypes } from '../event-types.ts';
import { type TouchpointEvent, wireType } from '../event.ts';
import { shapeOfWire } from '../wire/event-type.ts';
import { upcast } from './upcast.ts';
import { newestVersion } from './upcasters.ts';

/** The wire types of the newest versions: an event of one of these is as it should be, and a replay is not held up by asking. */
const newest: ReadonlySet<string> = new Set(eventTypes.map((type) => wireType(type, newestVersion(type))));

/**
 * Reads a line of the log (or what it parses to) in the newest version of its type. It was checked when it came in and is trusted.
 * @throws InvalidEvent when its type or version is not known here: a newer Kithline wrote it.
 */
export function decodeStored(stored: string | object): TouchpointEvent {
  const event = (typeof stored === 'string' ? JSON.parse(stored) : stored) as TouchpointEvent;
  if (newest.has(event.type)) return event;
  shapeOfWire(event.type);
  return upcast(event);
}
