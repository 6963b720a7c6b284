import { coreType, type TouchpointEvent, wireType } from '../event.ts';
import type { EventType } from '../event-types.ts';
import { type JsonObject, newestVersion, type Upcasters, upcasters as registered } from './upcasters.ts';

const versionOf = (wire: string): number => Number(wire.slice(wire.lastIndexOf('.v') + 2));

/**
 * Reads an event in the newest version of its type, step by step: vN → vN+1. Pure; the stored line and its hash stay as they are.
 * An event that is at the newest version is returned as it is.
 */
export function upcast(event: TouchpointEvent, upcasters: Upcasters = registered): TouchpointEvent {
  const type = coreType(event.type) as EventType;
  const data = upcastData({ type, version: versionOf(event.type) }, event.data, upcasters);
  return data === event.data ? event : { ...event, type: wireType(type, newestVersion(type, upcasters)), data };
}

/** The data of an older version as that of the newest; the data itself where it is that already. */
export function upcastData(
  from: Readonly<{ type: EventType; version: number }>,
  data: JsonObject,
  upcasters: Upcasters = registered,
): JsonObject {
  const steps = upcasters[from.type]?.slice(from.version - 1) ?? [];
  return steps.reduce((older, step) => step(older), data);
}
