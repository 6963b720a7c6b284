import type { EventLog } from '@kithline/log';
import { wrongField } from '../problem/problem.ts';

/** K as it was asked for: a position, or the stored id of an event. */
export type KnownAt = Readonly<{ position: number }> | Readonly<{ event: string }> | undefined;

const field = 'known-at';

/** The position that is meant, at most `head`. @throws Problem when there is none such */
export async function positionOf(asked: KnownAt, log: EventLog, head: number): Promise<number> {
  if (asked === undefined) return head;
  if ('event' in asked) {
    const recorded = await log.byId(asked.event);
    if (recorded && recorded.position <= head) return recorded.position;
    throw wrongField('notFound', 'unknown_event', { field, message: `no event has the stored id "${asked.event}"` });
  }
  if (asked.position <= head) return asked.position;
  const message = `position ${asked.position} is beyond the newest that the graph has applied, ${head}`;
  throw wrongField('notFound', 'unknown_position', { field, message });
}
