import { storedId } from '@kithline/touchpoints';
import { aStory } from './story.ts';

const { remove, run, asked, json, write } = aStory();
afterAll(remove);

const event = (id: string, type: string, data: object) => ({
  specversion: '1.0',
  id,
  source: 'urn:test:desk',
  type: `org.kithline.${type}.v1`,
  time: '2026-03-02T10:00:00Z',
  subject: 'member/ana',
  data,
});
const joined = event('joined', 'MemberJoined', { personId: 'ana', communityId: 'north' });
const nonsense = event('nonsense', 'EventCorrected', {
  target: storedId(joined.source, joined.id),
  reason: 'mistake',
  patch: { data: { pathway: 'a pathway that there is not' } },
});
const left = event('left', 'MemberLeft', { personId: 'ana', communityId: 'north', reason: 'moved_away' });

describe('What cannot be applied', () => {
  beforeAll(async () => {
    write('events.ndjson', [joined, nonsense, left]);
    expect((await run('import', 'events.ndjson')).code).toBe(0);
  });

  it('is listed, with what waits behind it', async () => {
    expect(await json('parked')).toMatchObject({
      rows: [
        { position: 2, subject: 'member/ana', error: expect.stringContaining('pathway'), attempts: 1 },
        { position: 3, subject: 'member/ana', attempts: 0 },
      ],
      skipped: [],
    });
    expect((await run('parked')).out).toContain('position 3, member/ana: waits behind');
    expect(await json('status', '--quick')).toMatchObject({ parked: [{ position: 2 }, { position: 3 }] });
  });

  it('is tried again, and how often is told', async () => {
    expect(await json('parked', 'retry', '2')).toMatchObject({ left: [], rows: [{ position: 2, attempts: 2 }, { position: 3 }] });
    expect((await run('parked', 'retry', '--all')).out).toContain('tried 3 times');
  });

  it.each([
    [['retry'], 'name the positions'],
    [['retry', '2', '--all'], 'name the positions'],
    [['retry', 'two'], 'must be a position'],
    [['retry', '--all', '--reason', 'x'], 'goes with skip'],
    [['skip', '2'], 'reason must say'],
    [['skip', '--reason', 'x'], 'name one position'],
    [['skip', '--all', '--reason', 'x'], 'goes with retry'],
    [['skip', '1', '--reason', 'x'], 'nothing is parked at position 1'],
    [['list', '1'], 'takes no position'],
    [['drop'], 'none of list, retry, skip'],
  ])('is not touched by %j', async (args, message) => {
    expect(await run('parked', ...args)).toMatchObject({ code: 2, err: expect.stringContaining(message) });
  });

  it('is left out for good once it is skipped, by a graph built anew as well', async () => {
    expect(await json('parked', 'skip', '2', '--reason', 'a test of the desk')).toEqual({ left: [2, 3], rows: [] });
    const skipped = [{ position: 2, subject: 'member/ana', reason: 'a test of the desk' }];
    expect(await json('parked')).toEqual({ rows: [], skipped });
    expect(await json('status')).toMatchObject({ parked: [], proof: { equal: true } });
    expect((await run('rebuild')).code).toBe(0);
    expect(await json('parked')).toEqual({ rows: [], skipped });
    expect((await asked('rebuild', '--verify')).code).toBe(0);
    expect((await run('parked')).out).toBe('Nothing is parked.\nSkipped, 1:\n  position 2, member/ana: a test of the desk\n');
  });
});
