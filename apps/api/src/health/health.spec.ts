import { describe, expect, it } from '@jest/globals';
import type { LiveGraph } from '@kithline/network';
import { serve } from '../testing/served.ts';

describe('Health', () => {
  it('tells that the process lives, and that its graph has come as far as its log', async () => {
    const api = await serve();
    expect(await (await api.fetch('/health/live')).json()).toEqual({ status: 'live' });
    await api.post('/v1/communities/c-1/found', { name: 'One', timeZone: 'Europe/Berlin' });
    await api.opened.parts.graph.waitFor(1, 5_000);
    const ready = await api.fetch('/health/ready');
    expect(ready.status).toBe(200);
    expect(await ready.json()).toEqual({ status: 'ready', head: 1, projected: 1, lag: 0, lagIsAtLeast: false, following: true });
    await api.close();
  });

  it('tells how far the graph is behind when it stands still', async () => {
    const api = await serve();
    const { own } = api.opened.parts.graph as LiveGraph;
    Object.assign(own, { apply: () => Promise.reject(new Error('no more')) });
    await api.post('/v1/communities/c-1/found', { name: 'One', timeZone: 'Europe/Berlin' });
    await new Promise((resolve) => setTimeout(resolve, 100));
    const ready = await api.fetch('/health/ready');
    expect(ready.status).toBe(503);
    expect(await ready.json()).toMatchObject({ status: 'behind', head: 1, projected: 0, lag: 1, following: false });
    await api.close();
  });
});
