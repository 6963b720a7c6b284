import type { Recorded } from '@kithline/log';
import { coreType, knowledgeTypes, parseInstant } from '@kithline/touchpoints';

/** Which events are asked for; what is undefined does not narrow. */
export type EventFilter = Readonly<{
  /** Between these positions, the first excluded. */
  after: number;
  upTo: number;
  stream: string | undefined;
  type: readonly string[] | undefined;
  community: readonly string[] | undefined;
  validAt: number | undefined;
}>;

/** Whether an event is asked for. */
export function filterOf({ after, upTo, stream, type, community, validAt }: EventFilter): (recorded: Recorded) => boolean {
  const patterns = type?.map(readPattern);
  const tests: ((recorded: Recorded) => boolean)[] = [({ position }) => position > after && position <= upTo];
  if (stream !== undefined) tests.push(({ event }) => event.subject === stream);
  if (patterns)
    tests.push(({ event }) =>
      patterns.some(([name, kind]) => coreType(event.type) === name && (kind === undefined || event.data.kind === kind)),
    );
  if (community) tests.push(({ event }) => community.includes(String(event.community ?? event.data.communityId)));
  if (validAt !== undefined) tests.push(({ event }) => isKnowledge(event.type, event.data) || parseInstant(event.time) <= validAt);
  return (recorded) => tests.every((test) => test(recorded));
}

/** Knowledge acts from its position on, for every V (METRICS C0.3). */
const isKnowledge = (type: string, data: Readonly<Record<string, unknown>>): boolean =>
  (knowledgeTypes as readonly string[]).includes(coreType(type)) || data.effect === 'erase';

function readPattern(text: string): readonly [type: string, kind: string | undefined] {
  const [name = '', kind] = text.split(':');
  return [name, kind];
}
