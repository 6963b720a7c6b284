import { busyHistories } from '@kithline/projection/testing';
import { storedId, type TouchpointEvent } from '@kithline/touchpoints';
import fc from 'fast-check';

/** Every history again and again, each time of other people with other ids, in batches: all that can happen, without an end. */
export function* load(seed: number): Generator<readonly TouchpointEvent[]> {
  const histories = fc.sample(busyHistories, { numRuns: 20, seed });
  for (let round = 0; ; round++) {
    const events = histories[round % histories.length]!;
    const all = events.map((event) => retold(event, round, events));
    for (let at = 0; at < all.length; at += 25) yield all.slice(at, at + 25);
  }
}

/** Ids of whom and what a history is about stand in subjects and data; those of events, under which they are amended, too. */
function retold(event: TouchpointEvent, round: number, events: readonly TouchpointEvent[]): TouchpointEvent {
  const data = Object.fromEntries(
    Object.entries(event.data).map(([name, value]) => [name, isId(name) ? `${String(value)}-${round}` : value]),
  );
  const target = events.find(({ source, id }) => storedId(source, id) === event.data['target']);
  return {
    ...event,
    id: `${event.id}-${round}`,
    subject: `${event.subject}-${round}`,
    data: { ...data, ...(target && { target: storedId(target.source, `${target.id}-${round}`) }) },
  };
}

/** Communities stay the same ones, so that there are few and everybody meets in them. */
const isId = (name: string): boolean => name.endsWith('Id') && name !== 'communityId' && name !== 'touchpointId';
