import type { TouchpointEvent } from '../event.ts';
import type { Patch } from '../schemas/patch.ts';
import { decodeEvent } from './decode-event.ts';

/**
 * The event as a correction makes it read: a JSON Merge Patch over time, timeto, precision and data.
 * @throws InvalidEvent when the result is not an event, or would stand in another stream.
 */
export function applyCorrection(event: TouchpointEvent, { time, timeto, precision, data }: Patch): TouchpointEvent {
  const patch = { time, timeto, precision, data };
  const given = Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined));
  return decodeEvent(mergePatch(event, given), { basisEvents: true });
}

/** RFC 7396, section 2. */
function mergePatch(target: unknown, patch: unknown): unknown {
  if (!isObject(patch)) return patch;
  const merged = new Map<string, unknown>(isObject(target) ? Object.entries(target) : []);
  for (const [name, value] of Object.entries(patch)) {
    if (value === null) merged.delete(name);
    else merged.set(name, mergePatch(merged.get(name), value));
  }
  return Object.fromEntries(merged);
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null && !Array.isArray(value);
