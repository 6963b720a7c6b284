import { causalRank, type EventType } from '../event-types.ts';
import { wireType } from '../event.ts';
import type { Shape } from '../schemas/shape.ts';
import { shapeOf } from '../schemas/shapes.ts';
import { newestVersion } from '../upcast/upcasters.ts';
import { InvalidEvent } from './invalid-event.ts';

/** A type of the core vocabulary, as it travels. */
export type KnownType = Readonly<{ type: EventType; version: number; shape: Shape }>;

const known = new Map<string, KnownType>();

/** `org.kithline.MemberJoined.v1` → its core type and version; a sentence where that is no type known here. */
export function readType(wire: string): KnownType | string {
  return known.get(wire) ?? parseType(wire);
}

/**
 * The shape of an event of this wire type.
 * @throws InvalidEvent when there is none.
 */
export function shapeOfWire(wire: string): Shape {
  const read = readType(wire);
  if (typeof read === 'string') throw new InvalidEvent([{ field: 'type', message: read }]);
  return read.shape;
}

function parseType(wire: string): KnownType | string {
  const [, type, digits] = /^org\.kithline\.([A-Za-z]+)\.v([1-9]\d*)$/.exec(wire) ?? [];
  if (type === undefined) return 'must be org.kithline.<EventType>.v<N>';
  if (!isEventType(type)) return `names an event type that does not exist: ${type}`;
  const version = Number(digits);
  const newest = newestVersion(type);
  if (version > newest) return `is of version ${version}, ${type} is known up to version ${newest} (${wireType(type, newest)})`;
  const read = { type, version, shape: shapeOf(type) };
  known.set(wire, read);
  return read;
}

const isEventType = (type: string): type is EventType => causalRank(type) !== undefined;
