import type { EventType } from '../event-types.ts';
import type { PersonId } from '../ids.ts';
import type { DataOf } from '../schemas/shapes.ts';

/**
 * A wish for one thing to happen: `Command<'AcceptReferral', 'ReferralAccepted'>`. It holds everything the decision needs, the time
 * included; what a handler has looked up stands in fields of its own beside `data`.
 */
export type Command<Name extends string, T extends EventType, D = DataOf<T>> = Readonly<{
  type: Name;
  /** When it happens: RFC 3339 in UTC. */
  at: string;
  /** Who does it; absent: the system. */
  actor?: PersonId;
  data: D;
}>;

/** What every command has. */
export type AnyCommand = Readonly<{ type: string; at: string; actor?: PersonId; data: object }>;
