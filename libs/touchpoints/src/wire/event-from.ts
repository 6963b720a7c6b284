import type { Fact } from '../decider/fact.ts';
import { type TouchpointEvent, wireType } from '../event.ts';
import { shapeOf } from '../schemas/shapes.ts';
import { newestVersion } from '../upcast/upcasters.ts';
import { decodeEvent } from './decode-event.ts';

/** What surrounds a fact when it becomes an event. */
export type Envelope = Readonly<
  Pick<TouchpointEvent, 'id' | 'source' | 'community' | 'correlationid' | 'causationid' | 'precision' | 'timeto'>
> &
  Readonly<{
    /** The stream; needed for an amendment alone, every other fact names its own. */
    subject?: string;
  }>;

/**
 * The event that tells a fact.
 * @throws InvalidEvent when the fact's data, or the envelope, is not of the right shape.
 */
export function eventFrom(fact: Fact, { subject, ...envelope }: Envelope): TouchpointEvent {
  const { kind, key } = shapeOf(fact.type);
  const named = key === undefined ? subject : `${kind}/${String((fact.data as Readonly<Record<string, unknown>>)[key])}`;
  const about = { type: wireType(fact.type, newestVersion(fact.type)), time: fact.at, actor: fact.actor, data: fact.data };
  return decodeEvent({ specversion: '1.0', ...envelope, subject: named, ...about }, { basisEvents: true });
}
