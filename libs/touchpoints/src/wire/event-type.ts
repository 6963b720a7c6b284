import { causalRank, type EventType } from '../event-types.ts';
import { wireType } from '../event.ts';
import { newestVersion } from '../upcast/upcasters.ts';

/** A type of the core vocabulary, as it travels. */
export type KnownType = Readonly<{ type: EventType; version: number }>;

const known = new Map<string, KnownType>();

/** `org.kithline.MemberJoined.v1` → its core type and version; a sentence where that is no type known here. */
export function readType(wire: string): KnownType | string {
  return known.get(wire) ?? parseType(wire);
}

function parseType(wire: string): KnownType | string {
  const [, type, digits] = /^org\.kithline\.([A-Za-z]+)\.v([1-9]\d*)$/.exec(wire) ?? [];
  if (type === undefined) return 'must be org.kithline.<EventType>.v<N>';
  if (!isEventType(type)) return `names an event type that does not exist: ${type}`;
  const version = Number(digits);
  const newest = newestVersion(type);
  if (version > newest) return `is of version ${version}, ${type} is known up to version ${newest} (${wireType(type, newest)})`;
  known.set(wire, { type, version });
  return { type, version };
}

const isEventType = (type: string): type is EventType => causalRank(type) !== undefined;
