import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { quayside } from '@kithline/examples';
import { serve, type Served } from '../testing/served.ts';

type Json = Readonly<Record<string, unknown>>;
type Row = Readonly<{ position: number; stream: string; type: string }>;

describe('Events over HTTP', () => {
  let served: Served;
  const head = quayside.length;
  beforeAll(async () => {
    served = await serve();
    const { log, graph } = served.opened.parts;
    await log.record(quayside);
    await graph.waitFor(head, 5000);
  });
  afterAll(async () => served.close());

  const get = (query: string, headers: Readonly<Record<string, string>> = {}): Promise<Response> =>
    served.fetch(`/v1/events?${query}`, { headers });
  const rowsOf = async (response: Response): Promise<readonly Row[]> => ((await response.json()) as { rows: readonly Row[] }).rows;

  it('come in pages by position, each with the way to the next', async () => {
    const seen: number[] = [];
    let query: string | undefined = 'disclosure=none&limit=10';
    while (query !== undefined) {
      const response: Response = await get(query);
      seen.push(...(await rowsOf(response)).map(({ position }) => position));
      query = /<\/v1\/events\?(.*)>; rel="next"/.exec(response.headers.get('link') ?? '')?.[1];
    }
    expect(seen).toEqual(quayside.map((_, i) => i + 1));
  });

  it('are narrowed by type and stream, a stream with its revision as ETag', async () => {
    expect(new Set((await rowsOf(await get('disclosure=none&type=MemberJoined&type=IntroductionMade'))).map(({ type }) => type))).toEqual(
      new Set(['MemberJoined', 'IntroductionMade']),
    );
    const response = await get('disclosure=none&stream=introduction/ana-ben');
    expect(response.headers.get('etag')).toBe('"1"');
    expect(response.headers.get('kithline-position')).toBe(String(head));
    expect((await rowsOf(response)).map(({ stream }) => stream)).toEqual(['introduction/ana-ben', 'introduction/ana-ben']);
    expect((await get('disclosure=none&stream=introduction/ana-ben', { 'if-none-match': '"1"' })).status).toBe(304);
  });

  it('are refused unless nothing is to be disclosed, with everything else that is wrong', async () => {
    const response = await get('limit=1001&bogus=1');
    expect(response.status).toBe(400);
    expect(((await response.json()) as { errors: readonly Json[] }).errors.map(({ field }) => field)).toEqual(['bogus', 'limit']);
    expect(await (await get('')).json()).toMatchObject({ errors: [{ field: 'disclosure' }] });
    expect(await (await get('disclosure=none&type=Nonsense')).json()).toMatchObject({ errors: [{ field: 'type' }] });
    expect((await get('disclosure=none', { accept: 'text/csv' })).status).toBe(406);
  });

  it('are the export of the command line as NDJSON', async () => {
    const response = await get('', { accept: 'application/x-ndjson' });
    expect(response.headers.get('content-type')).toBe('application/x-ndjson');
    const lines = (await response.text())
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Json);
    expect(lines).toHaveLength(head);
    expect(Object.keys(lines[0]!).slice(-2)).toEqual(['recordedat', 'hash']);
    expect((await get('type=MemberJoined', { accept: 'application/x-ndjson' })).status).toBe(400);
  });
});

describe('Events as they are appended', () => {
  let served: Served;
  beforeAll(async () => {
    served = await serve();
    await served.opened.parts.log.record(quayside.slice(0, 3));
  });

  /** Frames until `enough` says so. */
  async function frames(headers: Readonly<Record<string, string>>, enough: (text: string) => boolean): Promise<string> {
    const leaving = new AbortController();
    const response = await served.fetch('/v1/events?disclosure=none', {
      headers: { accept: 'text/event-stream', ...headers },
      signal: leaving.signal,
    });
    expect(response.headers.get('content-type')).toContain('text/event-stream');
    let text = '';
    for await (const chunk of response.body!.pipeThrough(new TextDecoderStream()) as unknown as AsyncIterable<string>) {
      text += chunk;
      if (enough(text)) break;
    }
    leaving.abort();
    return text;
  }

  it('are told with their position, and how far the graph has come', async () => {
    const told = frames({}, (text) => text.includes('"position":5}'));
    await served.opened.parts.log.record(quayside.slice(3, 5));
    const text = await told;
    expect([...text.matchAll(/^id: (\d+)$/gm)].map(([, id]) => Number(id))).toEqual([1, 2, 3, 4, 5]);
    expect(text).toMatch(/event: projected\ndata: {"position":5}/);
  });

  it('go on after the last that was seen', async () => {
    const text = await frames({ 'last-event-id': '3' }, (so) => so.includes('id: 5'));
    expect(text).not.toContain('id: 3');
    expect(text).toContain('id: 4');
  });

  it('are refused to who has heard of more than there is', async () => {
    const headers = { accept: 'text/event-stream', 'last-event-id': '6' };
    const answer = await served.fetch('/v1/events?disclosure=none', { headers });
    expect(answer.status).toBe(404);
    expect(await answer.json()).toMatchObject({ code: 'unknown_position', errors: [{ field: 'after' }] });
  });

  it('end when the server stops', async () => {
    const open = await served.fetch('/v1/events?disclosure=none', { headers: { accept: 'text/event-stream' } });
    const [text] = await Promise.all([open.text(), served.close()]);
    expect(text).toContain('id: 5');
  });
});
