import type { TouchpointEvent } from '../event.ts';
import { upcast } from './upcast.ts';

/** Reads a line of the log (or what it parses to) in the newest version of its type. It was checked when it came in and is trusted. */
export function decodeStored(stored: string | object): TouchpointEvent {
  const event = (typeof stored === 'string' ? JSON.parse(stored) : stored) as TouchpointEvent;
  return upcast(event);
}
