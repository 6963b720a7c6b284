import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { RevisionConflict } from '@kithline/log';
import { serve, type Served } from '../testing/served.ts';

const joined = { communityId: 'c-mill' };
const touch = (touchpointId: string) => ({ ...joined, touchpointId, kind: 'workshop' });

describe('The revision of a stream', () => {
  let api: Served;
  beforeAll(async () => {
    api = await serve();
    await api.post('/v1/members/p-ben/join', joined);
  });
  afterAll(() => api.close());
  const record = (id: string, headers?: Readonly<Record<string, string>>) =>
    api.post('/v1/members/p-ben/record-touchpoint', touch(id), headers);

  it('is the ETag of an answer, and what If-Match may ask for', async () => {
    const answer = await record('t-1', { 'if-match': '"0"' });
    expect([answer.status, answer.headers.get('etag')]).toEqual([201, '"1"']);
  });

  it('is told when it is another than If-Match asks for', async () => {
    const answer = await record('t-2', { 'if-match': '"0"' });
    expect([answer.status, answer.headers.get('etag')]).toEqual([412, '"1"']);
    expect(await answer.json()).toMatchObject({ code: 'stale_revision', revision: 1 });
    const nothing = await api.post('/v1/members/p-nobody/join', joined, { 'if-match': '"3"' });
    expect([nothing.status, nothing.headers.get('etag')]).toEqual([412, null]);
    expect(await nothing.json()).toMatchObject({ revision: null });
  });

  it('is told when others wrote the stream each time', async () => {
    const { parts } = api.opened;
    const { handle } = parts;
    Object.assign(parts, { handle: () => Promise.reject(new RevisionConflict('member/p-ben', 1, 7)) });
    const answer = await record('t-3');
    Object.assign(parts, { handle });
    expect([answer.status, answer.headers.get('etag')]).toEqual([409, '"7"']);
    expect(await answer.json()).toMatchObject({ code: 'revision_conflict', revision: 7 });
  });

  it('goes on by one for each of many at once', async () => {
    const answers = await Promise.all(Array.from({ length: 10 }, (_, i) => record(`many-${i}`)));
    const revisions = answers.filter(({ status }) => status === 201).map(({ headers }) => headers.get('etag'));
    expect(new Set(revisions).size).toBe(revisions.length);
    expect(answers.every(({ status }) => status === 201)).toBe(true);
  });
});

describe('The ids of what belongs together', () => {
  it('go through to the events', async () => {
    const api = await serve();
    await api.post(
      '/v1/members/p-ben/join',
      { ...joined, actor: 'p-clerk', community: 'c-mill', time: '2026-03-02T12:00:00+02:00', precision: 'day' },
      {
        'x-correlation-id': 'walk-9',
        'x-causation-id': 'step-8',
      },
    );
    const own = await api.post('/v1/members/p-cat/join', joined);
    const firstOf = async (id: string) => (await api.opened.parts.log.readStream(`member/${id}`))[0];
    const [first, second] = [await firstOf('p-ben'), await firstOf('p-cat')];
    expect(first?.event).toMatchObject({
      correlationid: 'walk-9',
      causationid: 'step-8',
      actor: 'p-clerk',
      community: 'c-mill',
      time: '2026-03-02T10:00:00Z',
      precision: 'day',
    });
    expect(second?.event.correlationid).toBe(own.headers.get('x-correlation-id'));
    await api.close();
  });
});
