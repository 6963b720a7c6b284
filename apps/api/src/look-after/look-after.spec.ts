import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { quayside } from '@kithline/examples';
import { openSqliteLog } from '@kithline/log';
import { serve, type Served } from '../testing/served.ts';

type Json = Readonly<Record<string, unknown>>;

describe('A network looked after over HTTP', () => {
  let served: Served;
  const head = quayside.length;
  beforeAll(async () => {
    served = await serve();
    const { log, graph } = served.opened.parts;
    await log.record(quayside);
    await graph.waitFor(head, 5000);
  });
  afterAll(async () => served.close());

  const get = async (path: string, init?: RequestInit): Promise<Json> => {
    const response = await served.fetch(path, init);
    return { http: response.status, ...((await response.json()) as Json) };
  };
  const positionOf = async (path: string): Promise<string | null> => (await served.fetch(path)).headers.get('kithline-position');

  it('says where log and graph stand', async () => {
    expect(await get('/v1/status')).toMatchObject({ http: 200, head: { position: head }, lag: 0, proof: { equal: true }, breaches: {} });
    expect(await get('/v1/status?quick=true')).toMatchObject({ proof: null, breaches: null });
    expect(await get('/v1/status?quick=maybe&x=1')).toMatchObject({ http: 400, errors: [{ field: 'quick' }, { field: 'x' }] });
  });

  it('says at which position each answer was computed', async () => {
    for (const path of ['status', 'status?quick=true', 'verification', 'consent-bases', 'backup'])
      expect([path, await positionOf(`/v1/${path}`)]).toEqual([path, String(head)]);
  });

  it('is verified, proved and built anew', async () => {
    expect(await get('/v1/verification')).toMatchObject({ http: 200, whole: true, position: head });
    const { fingerprint } = await get('/v1/rebuild?verify=true', { method: 'POST' });
    expect(await get('/v1/rebuild', { method: 'POST' })).toEqual({ http: 200, position: head, fingerprint });
    expect(await get('/v1/chain/dev?disclosure=none')).toMatchObject({ hops: 3, K: head });
  });

  it('is copied while it is in use', async () => {
    const response = await served.fetch('/v1/backup');
    expect(response.headers.get('content-disposition')).toContain('log.sqlite');
    const path = join(served.opened.parts.unfinished, 'copy.sqlite');
    writeFileSync(path, Buffer.from(await response.arrayBuffer()));
    const copy = await openSqliteLog(path, { now: () => 0, mode: 'read' });
    expect(await copy.head()).toEqual(await served.opened.parts.log.head());
    await copy.close();
  });

  it('lists the bases that were declared', async () => {
    expect(await get('/v1/consent-bases')).toEqual({ http: 200, rows: [] });
  });
});
