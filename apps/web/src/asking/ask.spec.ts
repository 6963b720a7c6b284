import { problem, serve } from '../testing/served.ts';
import { ask } from './ask.ts';
import type { AskingFailed } from './problem.ts';
import { conversion } from './questions.ts';

const at = { validAt: '2026-10-26T12:00:00Z', disclosure: 'none' } as const;
const { signal } = new AbortController();
const failure = (): Promise<AskingFailed> =>
  ask(conversion, at, signal).then(
    () => Promise.reject(new Error('it was answered')),
    (error: unknown) => error as AskingFailed,
  );

describe('Asking', () => {
  it('brings the answer of the server', async () => {
    const asked = serve();
    expect(await ask(conversion, at, signal)).toMatchObject({ k: 114, n: 300 });
    expect(asked).toEqual(['/v1/conversion?by=pathway&compare=introduced,directory&valid-at=2026-10-26T12:00:00Z&disclosure=none']);
  });

  it('fails in the words of the server', async () => {
    serve({ '/v1/conversion': () => problem(404, 'unknown_community', 'there is no community "x"') });
    expect(await failure()).toMatchObject({
      message: 'there is no community "x"',
      code: 'unknown_community',
      status: 404,
      isPassing: false,
      isOfServer: false,
    });
  });

  it('knows when a busy server wants to be asked again', async () => {
    serve({ '/v1/conversion': () => problem(429, 'too_many', 'busy', { 'retry-after': '2' }) });
    expect(await failure()).toMatchObject({ isPassing: true, retryAfter: 2000 });
  });

  it('says when there is no server', async () => {
    serve({});
    expect(await failure()).toMatchObject({ code: 'unreachable', status: 0, isOfServer: true });
  });

  it('does not take a page for an answer', async () => {
    serve({ '/v1/conversion': () => new Response('<!doctype html>', { headers: { 'content-length': '15' } }) });
    expect(await failure()).toMatchObject({ code: 'no_json' });
  });
});
