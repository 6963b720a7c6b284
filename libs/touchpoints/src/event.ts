import { eventTypes, type EventType } from './event-types.ts';

/**
 * One touchpoint as it travels and as it is stored: a CloudEvents 1.0 JSON object (DESIGN, envelope). This is what a stored line
 * parses to, so nothing is copied on the way from the log to the graph.
 */
export type TouchpointEvent = Readonly<{
  specversion: '1.0';
  /** The sender's id; unique within `source`. */
  id: string;
  source: string;
  /** `org.kithline.<EventType>.v<N>` */
  type: string;
  /** occurredAt: RFC 3339 in UTC. */
  time: string;
  /** The stream: `referral/r-17`. */
  subject: string;
  community?: string;
  actor?: string;
  correlationid?: string;
  causationid?: string;
  precision?: 'second' | 'minute' | 'day' | 'week';
  /** occurredTo, when the moment is known only as an interval. */
  timeto?: string;
  data: Readonly<Record<string, unknown>>;
}>;

const prefix = 'org.kithline.';

/** `MemberJoined`, 1 → `org.kithline.MemberJoined.v1` */
export const wireType = (type: EventType, version = 1): string => `${prefix}${type}.v${version}`;

/** Of the first versions, which nearly all events are of: a name that is found need not be cut out, and compares by identity. */
const cores: ReadonlyMap<string, string> = new Map(eventTypes.map((type) => [wireType(type), type]));

/** The core type of a wire type: `org.kithline.MemberJoined.v1` → `MemberJoined`. Does not judge whether that type exists. */
export const coreType = (wire: string): string => cores.get(wire) ?? wire.slice(prefix.length, wire.lastIndexOf('.v'));
