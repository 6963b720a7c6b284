import { InMemoryEventLog } from '@kithline/log';
import type { TouchpointEvent } from '@kithline/touchpoints';
import { AnotherLog, refuseAnotherLog } from './same-log.ts';

const joined = (person: string): TouchpointEvent => ({
  specversion: '1.0',
  id: person,
  source: 'urn:desk',
  type: 'org.kithline.MemberJoined.v1',
  time: '2026-03-01T12:00:00Z',
  subject: `member/${person}`,
  data: { personId: person, communityId: 'north' },
});

describe('A graph that was built up to an event', () => {
  let log: InMemoryEventLog;
  beforeEach(async () => {
    log = new InMemoryEventLog({ now: () => 1_000 });
    await log.record([joined('ana'), joined('ben')]);
  });
  const belongs = (position: number, recordedAt: number | null) => refuseAnotherLog(log, { generation: 3, position, recordedAt });

  it('belongs to the log that has this event', async () => {
    await belongs(1, 1_000);
    await belongs(2, 1_000);
  });

  it('belongs to no log that has another event there, or ends before it', async () => {
    await expect(belongs(2, 999)).rejects.toThrow(AnotherLog);
    await expect(belongs(3, 1_000)).rejects.toThrow(/^generation 3 .* position 3 .* kithline rebuild --accept$/);
  });

  it('belongs to any log before the first event', async () => {
    await belongs(0, null);
  });
});
