import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { LogUnavailable } from '@kithline/log';
import { serve, type Served } from '../testing/served.ts';

const joined = { communityId: 'c-mill' };
const touched = { communityId: 'c-mill', touchpointId: 't-1', kind: 'workshop' };

async function told(answer: Response): Promise<unknown> {
  return { status: answer.status, etag: answer.headers.get('etag'), body: await answer.text() };
}

describe('A command with an Idempotency-Key', () => {
  const folder = mkdtempSync(join(tmpdir(), 'kithline-api-'));
  let api: Served;
  beforeAll(async () => {
    api = await serve(folder);
  });
  afterAll(async () => {
    await api.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const post = (path: string, body: object, key: string) => api.post(path, body, { 'idempotency-key': key });
  const head = async () => (await api.opened.parts.log.head()).position;

  it('gets the first answer again, whatever happened since', async () => {
    const first = await told(await post('/v1/members/p-ben/join', joined, 'k-1'));
    await api.post('/v1/members/p-ben/record-touchpoint', touched);
    expect(await told(await post('/v1/members/p-ben/join', joined, 'k-1'))).toEqual(first);
    expect(first).toMatchObject({ status: 201, etag: '"0"' });
  });

  it('gets the refusal of a rule again', async () => {
    const leave = { communityId: 'c-mill', reason: 'died' };
    const first = await told(await post('/v1/members/p-cat/leave', leave, 'k-2'));
    expect(first).toMatchObject({ status: 409 });
    await api.post('/v1/members/p-cat/join', joined);
    expect(await told(await post('/v1/members/p-cat/leave', leave, 'k-2'))).toEqual(first);
    expect((await post('/v1/members/p-cat/leave', leave, 'k-3')).status).toBe(201);
  });

  it('is done once when it arrives many times at once', async () => {
    const before = await head();
    const answers = await Promise.all(
      Array.from({ length: 20 }, async () =>
        told(await post('/v1/members/p-dan/record-touchpoint', { ...touched, touchpointId: 't-9' }, 'k-4')),
      ),
    );
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(await head()).toBe(before + 1);
  });

  it('is refused when the key came with another body or another path', async () => {
    for (const [path, body] of [
      ['/v1/members/p-ben/join', { communityId: 'c-hill' }],
      ['/v1/members/p-eve/join', joined],
    ] as const) {
      const answer = await post(path, body, 'k-1');
      expect(answer.status).toBe(422);
      expect(await answer.json()).toMatchObject({ code: 'idempotency_key_reused', errors: [{ field: 'Idempotency-Key' }] });
    }
  });

  it('may be mended with the same key where its body was not understood', async () => {
    expect((await post('/v1/members/p-fay/join', {}, 'k-5')).status).toBe(400);
    expect((await post('/v1/members/p-fay/join', joined, 'k-5')).status).toBe(201);
  });

  it('may be decided anew with the same key where others had written meanwhile, or nobody was known', async () => {
    await api.post('/v1/members/p-ida/join', joined);
    const leave = (reason: string, revision: number) =>
      api.post('/v1/members/p-ida/leave', { communityId: 'c-mill', reason }, { 'idempotency-key': 'k-8', 'if-match': `"${revision}"` });
    expect((await leave('died', 7)).status).toBe(412);
    expect((await leave('other', 0)).status).toBe(201);
    expect((await leave('died', 1)).status).toBe(422);
    expect((await post('/v1/consents/p-idda/withdraw', { effect: 'erase' }, 'k-9')).status).toBe(404);
    expect((await post('/v1/consents/p-ida/withdraw', { effect: 'erase' }, 'k-9')).status).toBe(201);
  });

  it('keeps its key for what it was where it is not known what became of it', async () => {
    const { parts } = api.opened;
    const { handle } = parts;
    Object.assign(parts, { handle: () => Promise.reject(new LogUnavailable('unavailable', 'here', 'the log went away')) });
    expect((await post('/v1/members/p-jon/join', joined, 'k-10')).status).toBe(503);
    Object.assign(parts, { handle });
    expect((await post('/v1/members/p-jon/join', { communityId: 'c-hill' }, 'k-10')).status).toBe(422);
    expect((await post('/v1/members/p-jon/join', joined, 'k-10')).status).toBe(201);
  });

  it('gets the first answer again after a restart', async () => {
    const first = await told(await post('/v1/members/p-gil/join', joined, 'k-6'));
    await api.close();
    api = await serve(folder);
    expect(await told(await post('/v1/members/p-gil/join', joined, 'k-6'))).toEqual(first);
    expect((await post('/v1/members/p-gil/join', { communityId: 'c-hill' }, 'k-6')).status).toBe(422);
  });

  it('finds what it did when the process ended before the answer was kept', async () => {
    const { answers } = api.opened.parts;
    const keep = answers.keep.bind(answers);
    Object.assign(answers, { keep: () => undefined });
    const first = await told(await post('/v1/members/p-hal/join', joined, 'k-7'));
    Object.assign(answers, { keep });
    const before = await head();
    expect(await told(await post('/v1/members/p-hal/join', joined, 'k-7'))).toEqual(first);
    expect(await head()).toBe(before);
  });
});
