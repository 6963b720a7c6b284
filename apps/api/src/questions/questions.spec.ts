import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { millbrook, millbrookValidAt, quayside } from '@kithline/examples';
import { questions } from '@kithline/metrics';
import { serve, type Served } from '../testing/served.ts';
import { questionRoutes } from './routes.ts';

type Json = Readonly<Record<string, unknown>>;

const head = millbrook.length + quayside.length;

describe('A question over HTTP', () => {
  let served: Served;
  beforeAll(async () => {
    served = await serve();
    const { log, graph } = served.opened.parts;
    await log.record([...millbrook, ...quayside]);
    await graph.waitFor((await log.head()).position, 5000);
  });
  afterAll(async () => served.close());

  async function ask(path: string): Promise<Readonly<{ status: number; headers: Headers; body: Json }>> {
    const response = await served.fetch(path);
    return { status: response.status, headers: response.headers, body: (await response.json()) as Json };
  }

  it('is one of those that there are', () => {
    const asked = new Set<string>(questionRoutes.map(({ question }) => question));
    expect([...asked, 'events'].sort()).toEqual(Object.keys(questions).sort());
  });

  it.each([
    'retention?period=month',
    're-engagement',
    'latency?variant=km',
    're-referral',
    'conversion',
    'outcome-change?instrument=PHQ-9',
    'introduced?all=true',
  ])('is answered at /v1/%s', async (path) => {
    const { status, headers, body } = await ask(`/v1/${path}`);
    expect(status).toBe(200);
    expect(headers.get('kithline-position')).toBe(String(head));
    expect(body).toMatchObject({ question: path.split('?')[0], K: head, disclosure: 'public' });
  });

  it('has the figures that are known of the latency set', async () => {
    const { body } = await ask(`/v1/latency?variant=km&disclosure=none&horizon=30d&valid-at=${millbrookValidAt}`);
    expect(body['value']).toBeCloseTo(1 - 0.286, 10);
    expect(body['median']).toBe(21);
  });

  it('is told everything that is wrong with it in one answer', async () => {
    const { status, headers, body } = await ask('/v1/retention?bogus=1&variant=round&wait-for=soon&periods=0');
    expect(status).toBe(400);
    expect(headers.get('content-type')).toContain('application/problem+json');
    expect(body).toMatchObject({ code: 'invalid_question', status: 400 });
    const fields = (body['errors'] as readonly Json[]).map(({ field }) => field);
    expect(fields).toEqual(['bogus', 'variant', 'periods', 'wait-for']);
  });

  it('is told in parameters what is wrong, not in options of the command line', async () => {
    for (const path of ['introduced', 'latency?compare=a,b', 'retention?lapse=90d', 'retention?list=true']) {
      const { status, body } = await ask(`/v1/${path}`);
      expect([status, JSON.stringify(body)]).toEqual([400, expect.not.stringContaining('--')]);
    }
    expect((await ask('/v1/introduced')).body).toMatchObject({
      errors: [{ field: 'person', message: 'is missing: name a person, or ask for every root with all' }],
    });
  });

  it('takes a list as repeated parameters or with commas', async () => {
    const repeated = await ask('/v1/latency?community=millbrook&community=quayside');
    const joined = await ask('/v1/latency?community=millbrook,quayside');
    expect(joined.body).toMatchObject({ question: 'latency' });
    expect(joined.body).toEqual(repeated.body);
    expect((await ask('/v1/latency?community=nowhere')).body).toMatchObject({ status: 404, code: 'unknown' });
  });

  it('is refused an option twice, also when the path names it', async () => {
    expect((await ask('/v1/latency?variant=km&variant=km')).body).toMatchObject({ errors: [{ field: 'variant' }] });
    expect((await ask('/v1/chain/client-1?person=client-2')).body).toMatchObject({ errors: [{ field: 'person' }] });
  });

  it('names persons in the path, percent-encoded', async () => {
    const { body } = await ask('/v1/chain/client%2D1?disclosure=none');
    expect(body).toMatchObject({ question: 'chain', person: 'client-1' });
    expect((await ask('/v1/introduced/nobody')).body).toMatchObject({ status: 404, errors: [{ field: 'person' }] });
    expect((await ask('/v1/paths?from=client-1&to=dr-wood&over=referrals')).body).toMatchObject({ question: 'paths' });
  });

  it('is answered as known at an earlier position', async () => {
    expect((await ask('/v1/latency?known-at=5')).body).toMatchObject({ K: 5 });
    expect((await ask('/v1/latency?known-at=99999')).body).toMatchObject({ status: 404, code: 'unknown_position' });
  });

  it('waits for a position, and is put off when that does not come', async () => {
    const late = ask('/v1/latency?wait-for=99999');
    expect((await ask(`/v1/latency?wait-for=${head}`)).status).toBe(200);
    const { status, headers, body } = await late;
    expect(status).toBe(503);
    expect(headers.get('retry-after')).toBe('1');
    expect(body).toMatchObject({ code: 'position_not_reached' });
  });

  it('is turned away when too many are answered already', async () => {
    const pasts = Array.from({ length: 100 }, (_, i) => ask(`/v1/latency?known-at=${10 + (i % 20)}`));
    const answers = await Promise.all(pasts);
    const refused = answers.filter(({ status }) => status === 429);
    for (const { headers, body } of refused) {
      expect(headers.get('retry-after')).toBe('1');
      expect(body).toMatchObject({ code: 'too_many_questions' });
    }
    expect(answers.every(({ status }) => status === 200 || status === 429)).toBe(true);
  });
});
