import { coreType, type TouchpointEvent } from '../event.ts';
import type { EventType } from '../event-types.ts';
import type { PersonId } from '../ids.ts';
import type { DataOf } from '../schemas/shapes.ts';

/** What happened, without the envelope it travels in: `Fact<'ReferralMade'>`. Several types give the union. */
export type Fact<T extends EventType = EventType> = {
  [K in T]: Readonly<{
    type: K;
    /** When it happened: RFC 3339 in UTC. */
    at: string;
    /** Who did it, where that is known. */
    actor?: PersonId;
    data: DataOf<K>;
  }>;
}[T];

/** The fact that an event (in the newest version of its type) tells. */
export const factOf = ({ type, time, actor, data }: TouchpointEvent): Fact =>
  ({ type: coreType(type), at: time, ...(actor !== undefined && { actor }), data }) as Fact;
