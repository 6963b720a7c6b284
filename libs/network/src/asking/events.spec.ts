import { type EventLog, InMemoryEventLog, type Recorded } from '@kithline/log';
import type { TouchpointEvent } from '@kithline/touchpoints';
import type { Sources } from './answer-question.ts';
import { listEvents } from './events.ts';
import { readQuestion } from './read-question.ts';

/** The same log with gaps, as servers have them: the event at 3 stands at 30. */
function withGaps(log: InMemoryEventLog): Pick<EventLog, 'readAll' | 'readStream' | 'head' | 'hashAt'> {
  const within = (position: number): number => Math.floor(position / 10);
  const moved = ({ position, revision, recordedAt, line, event }: Recorded): Recorded => ({
    ...{ position: 10 * position, revision, recordedAt, line, event },
  });
  return {
    async *readAll(after = 0, upTo = Infinity) {
      for await (const page of log.readAll(within(after), within(upTo))) yield page.map(moved);
    },
    readStream: async (stream) => (await log.readStream(stream)).map(moved),
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
async function sources(erased: (id: string) => boolean = () => false): Promise<Sources> {
  let seconds = 0;
  const log = new InMemoryEventLog({ now: () => 1_000 * ++seconds });
  for (const id of ['a', 'b', 'c']) await log.record([touch(id)]);
  return { log: withGaps(log) as EventLog, graph: { position: 30, erased: async () => erased } as unknown as Sources['graph'] };
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

  it('finds nothing by the stream of an erased person, whose events stand among all without what could tell of them', async () => {
    const rowsOf = async (asked: Readonly<Record<string, string>>, erased: (id: string) => boolean) => {
      const listing = await listEvents(await sources(erased), readQuestion('events', { ...asked, disclosure: 'none' }));
      const rows: unknown[] = [];
      for await (const { position, stream, masked } of listing.rows()) rows.push([position, stream, masked]);
      return rows;
    };
    const ofHers = { stream: 'member/p-1' };
    expect(await rowsOf(ofHers, () => false)).toEqual([10, 20, 30].map((position) => [position, 'member/p-1', false]));
    expect(await rowsOf(ofHers, (id) => id === 'p-1')).toEqual([]);
    expect(await rowsOf({}, (id) => id === 'p-1')).toEqual([10, 20, 30].map((position) => [position, null, true]));
  });
});
