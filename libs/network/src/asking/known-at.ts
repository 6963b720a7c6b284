import type { EventLog } from '@kithline/log';
import { Problem } from '../problem/problem.ts';

/** K as it was asked for: a position, or the stored id of an event. */
export type KnownAt = Readonly<{ position: number }> | Readonly<{ event: string }> | undefined;

const wrong = (code: string, message: string): Problem => new Problem('notFound', code, message, [{ field: 'known-at', message }]);

/** The position that is meant, at most `head`. @throws Problem when there is none such */
export async function positionOf(asked: KnownAt, log: EventLog, head: number): Promise<number> {
  if (asked === undefined) return head;
  if ('event' in asked) {
    const recorded = await log.byId(asked.event);
    if (!recorded || recorded.position > head) throw wrong('unknown_event', `no event has the stored id "${asked.event}"`);
    return recorded.position;
  }
  if (asked.position <= head) return asked.position;
  throw wrong('unknown_position', `position ${asked.position} is beyond the newest that the graph has applied, ${head}`);
}
