import { describe, expect, it } from '@jest/globals';
import { pino } from 'pino';
import { serve } from '../testing/served.ts';

describe('The log of requests', () => {
  it('names nobody, whatever happens', async () => {
    const lines: string[] = [];
    const api = await serve({ log: pino({ level: 'trace' }, { write: (line: string) => void lines.push(line) }) });
    const touch = { communityId: 'zz-mill', touchpointId: 'zz-touch', kind: 'workshop', actor: 'zz-clerk' };
    await api.post('/v1/members/zz-ben/join', { communityId: 'zz-mill' }, { 'idempotency-key': 'zz-key' });
    await api.post('/v1/members/zz-ben/record-touchpoint', touch, { 'x-correlation-id': 'walk-9' });
    await api.post('/v1/members/zz-ben/join', { 'zz-field': 1 });
    await api.post('/v1/members/zz-ben/leave', '{"zz-');
    await api.fetch('/v1/chain/zz-ben?disclosure=none&community=zz-mill');
    await api.fetch('/v1/zz-nothing?x=zz-ben');
    await api.fetch('/v1/events?stream=member/zz-ben&disclosure=none');
    const { parts } = api.opened;
    const { handle } = parts;
    Object.assign(parts, { handle: () => Promise.reject(new Error('member/zz-ben is broken')) });
    const failed = await api.post('/v1/members/zz-cat/join', { communityId: 'zz-mill' });
    Object.assign(parts, { handle });
    expect(await failed.json()).toMatchObject({ status: 500, code: 'failed', detail: expect.not.stringContaining('zz-') });
    await api.close();

    const told = lines.map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(lines.join('')).not.toContain('zz-');
    expect(told.filter(({ route }) => route !== undefined)).toHaveLength(8);
    expect(told[1]).toMatchObject({
      correlation: 'walk-9',
      method: 'POST',
      route: '/v1/members/:id/record-touchpoint',
      status: 201,
      ms: expect.any(Number),
    });
    expect(told.find(({ failure }) => failure !== undefined)).toMatchObject({
      level: 50,
      failure: { name: 'Error', frames: expect.any(Array) },
    });
  });
});
