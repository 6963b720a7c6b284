import type { TouchpointEvent } from '../event.ts';
import { storedId } from '../wire/stored-id.ts';
import { amended } from './history-of.ts';

/**
 * What the event with this stored id reads like among the events of its stream, in the order of their positions: corrected as it stands;
 * as it was recorded where it amends another or is annulled. Undefined when it is not there.
 */
export function readingOf(events: readonly TouchpointEvent[], id: string): TouchpointEvent | undefined {
  const isIt = ({ source, id: own }: TouchpointEvent): boolean => storedId(source, own) === id;
  const recorded = events.find(isIt);
  return recorded && (amended(events).find(isIt) ?? recorded);
}
