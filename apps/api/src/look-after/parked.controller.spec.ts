import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { storedId, type TouchpointEvent } from '@kithline/touchpoints';
import { serve, type Served } from '../testing/served.ts';

const joined: TouchpointEvent = {
  specversion: '1.0',
  id: 'joined',
  source: 'urn:test:desk',
  type: 'org.kithline.MemberJoined.v1',
  time: '2026-03-02T10:00:00Z',
  subject: 'member/ana',
  data: { personId: 'ana', communityId: 'north' },
};
const nonsense: TouchpointEvent = {
  ...joined,
  id: 'nonsense',
  type: 'org.kithline.EventCorrected.v1',
  data: { target: storedId(joined.source, joined.id), reason: 'mistake', patch: { data: { pathway: 'none that there is' } } },
};

describe('What is parked, over HTTP', () => {
  let served: Served;
  beforeAll(async () => {
    served = await serve();
    await served.opened.parts.log.record([joined, nonsense]);
    await served.opened.parts.graph.waitFor(2, 5_000);
  });
  afterAll(async () => served.close());

  const ask = async (path: string, method = 'POST'): Promise<unknown> => {
    const response = await served.fetch(path, { method });
    return { http: response.status, at: response.headers.get('kithline-position'), ...((await response.json()) as object) };
  };

  it('is listed at the position the graph has come to', async () => {
    expect(await ask('/v1/parked', 'GET')).toMatchObject({ http: 200, at: '2', rows: [{ position: 2, attempts: 1 }], skipped: [] });
  });

  it('is tried again, then skipped', async () => {
    expect(await ask('/v1/parked/retry?position=2')).toMatchObject({ http: 200, at: '2', left: [], rows: [{ attempts: 2 }] });
    expect(await ask('/v1/parked/retry?all=true')).toMatchObject({ rows: [{ attempts: 3 }] });
    const { version } = served.opened.parts.graph;
    expect(await ask('/v1/parked/skip?position=2&reason=a%20test')).toMatchObject({ http: 200, left: [2], rows: [] });
    expect(served.opened.parts.graph.version).not.toBe(version);
    expect(await ask('/v1/parked', 'GET')).toMatchObject({ rows: [], skipped: [{ position: 2, reason: 'a test' }] });
  });

  it.each([
    ['retry', 400, 'position'],
    ['retry?all=true&position=2', 400, 'position'],
    ['retry?all=perhaps', 400, 'all'],
    ['retry?position=x', 400, 'position'],
    ['retry?position=9', 404, 'position'],
    ['skip?position=2', 400, 'reason'],
    ['skip?reason=x', 400, 'position'],
    ['skip?position=9&reason=x', 404, 'position'],
    ['skip?position=9&reason=x&why=y', 400, 'why'],
  ])('is not touched by %s', async (path, http, field) => {
    expect(await ask(`/v1/parked/${path}`)).toMatchObject({ http, errors: [{ field }] });
  });
});
