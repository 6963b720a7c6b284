import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { quayside } from '@kithline/examples';
import type { TouchpointEvent } from '@kithline/touchpoints';
import { serve, type Served } from '../testing/served.ts';

type Json = Readonly<Record<string, unknown>>;
const [founded, granted, member] = quayside as unknown as readonly [TouchpointEvent, TouchpointEvent, TouchpointEvent];
const lineOf = (event: unknown): string => `${JSON.stringify(event)}\n`;

describe('Events sent over HTTP', () => {
  let served: Served;
  beforeAll(async () => (served = await serve()));
  afterAll(async () => served.close());

  const post = (
    body: NonNullable<RequestInit['body']>,
    type: string,
    query = '',
    headers: Readonly<Record<string, string>> = {},
  ): Promise<Response> =>
    served.fetch(`/v1/events${query}`, {
      method: 'POST',
      body,
      headers: { 'content-type': type, ...headers },
      duplex: 'half',
    });
  const results = async (answer: Promise<Response>): Promise<readonly Json[]> => {
    const response = await answer;
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'application/x-ndjson']);
    const lines = (await response.text()).trimEnd().split('\n');
    return lines.map((line) => JSON.parse(line) as Json);
  };

  it('one by one are recorded once, in structured and in binary mode', async () => {
    const first = await post(JSON.stringify(founded), 'application/cloudevents+json; charset=utf-8');
    expect([first.status, await first.json()]).toEqual([201, expect.objectContaining({ outcome: 'written', position: 1 })]);
    const { data, ...attributes } = founded;
    const headers = Object.fromEntries(
      Object.entries(attributes).map(([name, value]) => [`ce-${name}`, encodeURIComponent(String(value))]),
    );
    const again = await post(JSON.stringify(data), 'application/json', '', headers);
    expect([again.status, await again.json()]).toEqual([200, expect.objectContaining({ outcome: 'known', position: 1 })]);
    const other = await post(JSON.stringify({ ...founded, time: '2020-01-01T00:00:00Z' }), 'application/cloudevents+json');
    expect([other.status, await other.json()]).toEqual([409, expect.objectContaining({ code: 'id_reused' })]);
  });

  it('that are none are refused with every field that is wrong', async () => {
    const response = await post(JSON.stringify({ ...founded, time: 'noon', colour: 'red' }), 'application/cloudevents+json');
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ code: 'invalid_event', errors: [{ field: 'time' }, { field: 'colour' }] });
    expect((await post('{"a":1}', 'application/json')).status).toBe(400);
    expect((await post('{', 'application/cloudevents+json')).status).toBe(400);
    const refused = await post('a,b', 'text/csv');
    expect(refused.status).toBe(415);
    const { code, detail } = (await refused.json()) as Readonly<{ code: string; detail: string }>;
    expect(code).toBe('unsupported_media_type');
    for (const type of ['application/x-ndjson', 'application/cloudevents+json', 'application/cloudevents-batch+json', 'application/json'])
      expect(detail).toContain(type);
    expect((await post(lineOf(founded), 'application/x-ndjson', '?colour=red&purposes=dance')).status).toBe(400);
  });

  it('as lines have a result each, the same as in an import', async () => {
    const lines = [lineOf(founded), '\n', lineOf({ ...granted, subject: 'consent/somebody' }), 'no json\n', lineOf(granted)].join('');
    expect(await results(post(lines, 'application/x-ndjson'))).toEqual([
      { line: 1, outcome: 'known', position: 1 },
      expect.objectContaining({ line: 3, outcome: 'rejected', field: 'subject' }),
      { line: 4, outcome: 'rejected', field: null, reason: 'is not JSON' },
      { line: 5, outcome: 'written', position: 2 },
    ]);
  });

  it('as a batch have a result each', async () => {
    const batch = JSON.stringify([granted, { ...member, id: 7 }, member]);
    expect(await results(post(batch, 'application/cloudevents-batch+json'))).toEqual([
      { line: 1, outcome: 'known', position: 2 },
      expect.objectContaining({ line: 2, outcome: 'rejected', field: 'id' }),
      { line: 3, outcome: 'written', position: 3 },
    ]);
    const none = await post('{"a":1}', 'application/cloudevents-batch+json');
    expect([none.status, await none.json()]).toEqual([400, expect.objectContaining({ code: 'invalid_batch' })]);
  });

  it('bring the basis stated for their source with them, and never as an event', async () => {
    const [event] = quayside.slice(4);
    const stated = `?consent-basis=${encodeURIComponent('asked at the door')}&purposes=outcome_stats`;
    const [result] = await results(post(lineOf({ ...event, source: 'urn:elsewhere' }), 'application/x-ndjson', stated));
    expect(result).toEqual({ line: 1, outcome: 'written', position: 5, declared: 4 });
    const listed = (await (await served.fetch('/v1/events?disclosure=none&after=3&limit=1')).json()) as { rows: readonly Json[] };
    expect(listed.rows).toMatchObject([{ type: 'ConsentBasisDeclared', data: { statement: 'asked at the door' } }]);
    const { data, ...declared } = {
      ...founded,
      id: 'x',
      type: 'org.kithline.ConsentBasisDeclared.v1',
      subject: 'consent-basis/x',
      data: {},
    };
    const [refused] = await results(post(lineOf({ ...declared, data }), 'application/x-ndjson'));
    expect(refused).toMatchObject({ outcome: 'rejected', field: 'type' });
  });

  it('have their results while more is still to come', async () => {
    let more: (text: string | undefined) => void = () => undefined;
    const body = new ReadableStream<Uint8Array>({
      start: (controller) => {
        more = (text) => (text === undefined ? controller.close() : controller.enqueue(new TextEncoder().encode(text)));
        more(lineOf(founded));
      },
    });
    const reader = (await post(body, 'application/x-ndjson')).body!.pipeThrough(new TextDecoderStream()).getReader();
    expect((await reader.read()).value).toBe('{"line":1,"outcome":"known","position":1}\n');
    more('broken\n');
    expect((await reader.read()).value).toContain('"line":2');
    more(undefined);
    expect((await reader.read()).done).toBe(true);
  });

  it('are recorded to the last also when nobody reads the results meanwhile', async () => {
    const many = 60_000;
    const body = lineOf(founded).repeat(many);
    const response = await post(body, 'application/x-ndjson');
    const lines = (await response.text()).trimEnd().split('\n');
    expect(lines).toHaveLength(many);
    expect(lines.at(-1)).toBe(`{"line":${many},"outcome":"known","position":1}`);
  });

  it('in bulk wait for the graph only where it is thousands of events behind, whatever positions count', async () => {
    const { network, graph } = served.opened.parts;
    const bytes = 1_000;
    let written = 0;
    jest.spyOn(network, 'record').mockImplementation(({ ids, streams, lines, numbers }) => {
      const entries = ids.map((id, i) => ({ row: { id, stream: streams[i]!, line: lines[i]! }, number: numbers[i] }));
      const outcomes = ids.map(() => ({ position: ++written * bytes, outcome: 'written' as const }));
      return Promise.resolve({ entries, outcomes, rejects: [] });
    });
    const behind: number[] = [];
    jest.spyOn(graph, 'waitFor').mockImplementation((position) => {
      if (position > 0) behind.push(written - position / bytes);
      return Promise.resolve(true);
    });
    const answer = await results(post(lineOf(founded).repeat(45_000), 'application/x-ndjson'));
    jest.restoreAllMocks();
    expect(answer).toHaveLength(45_000);
    expect(Math.min(...behind)).toBeGreaterThanOrEqual(20_000);
    expect(Math.max(...behind)).toBeLessThan(21_000);
  });
});
