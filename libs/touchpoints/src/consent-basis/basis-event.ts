import type { TouchpointEvent } from '../event.ts';
import { eventFrom } from '../wire/event-from.ts';
import type { ConsentBasisFact } from './events.ts';

/** The CloudEvents source of what the operator declares. */
export const operatorSource = 'urn:kithline:operator';

/** The event of a basis that becomes the given revision of its stream (0 for the first). */
export const basisEvent = (fact: ConsentBasisFact, revision: number): TouchpointEvent =>
  eventFrom(fact, { id: `${fact.data.basisId}.${revision}`, source: operatorSource });
