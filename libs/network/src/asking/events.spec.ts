import { type EventLog, InMemoryEventLog, type Recorded } from '@kithline/log';
import type { TouchpointEvent } from '@kithline/touchpoints';
import type { Sources } from './answer-question.ts';
import { listEvents } from './events.ts';
import { readQuestion } from './read-question.ts';

/** The same log with gaps, as servers have them: the event at 3 stands at 30. */
function withGaps(log: InMemoryEventLog): Pick<EventLog, 'readAll' | 'head' | 'hashAt'> {
  const within = (position: number): number => Math.floor(position / 10);
  const moved = ({ position, revision, recordedAt, line, event }: Recorded): Recorded => ({
    ...{ position: 10 * position, revision, recordedAt, line, event },
  });
  return {
    async *readAll(after = 0, upTo = Infinity) {
      for await (const page of log.readAll(within(after), within(upTo))) yield page.map(moved);
    },
    async head(upTo = Infinity) {
      const head = await log.head(within(upTo));
      return { ...head, position: 10 * head.position };
    },
    hashAt: async () => null,
  };
}

const touch = (id: string): TouchpointEvent => ({
  ...{ specversion: '1.0', id, source: 'urn:test', type: 'org.kithline.TouchpointRecorded.v1', time: '2026-03-02T10:00:00Z' },
  ...{ subject: 'member/p-1', data: { touchpointId: id, personId: 'p-1', communityId: 'c-1', kind: 'workshop' } },
});

/** Of three events, recorded a second apart from 1970 on. */
async function sources(): Promise<Sources> {
  let seconds = 0;
  const log = new InMemoryEventLog({ now: () => 1_000 * ++seconds });
  for (const id of ['a', 'b', 'c']) await log.record([touch(id)]);
  return { log: withGaps(log) as EventLog, graph: { position: 30, erased: async () => () => false } as unknown as Sources['graph'] };
}

describe('A listing of events', () => {
  it.each<readonly [string, string | null, readonly number[]]>([
    ['20', '1970-01-01T00:00:02Z', [10, 20]],
    ['29', '1970-01-01T00:00:02Z', [10, 20]],
    ['7', null, []],
    ['0', null, []],
  ])('as it was known at %s is valid at the last event up to there', async (knownAt, validAt, positions) => {
    const listing = await listEvents(await sources(), readQuestion('events', { 'known-at': knownAt, disclosure: 'none' }));
    const found: number[] = [];
    for await (const { position } of listing.rows()) found.push(Number(position));
    expect([listing.validAt, found]).toEqual([validAt, positions]);
  });
});
