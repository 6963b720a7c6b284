import { AskingFailed, failureOf, unreachable } from './problem.ts';

/**
 * Fetches JSON from our own server.
 * @throws AskingFailed with the server's words, or `unreachable`
 */
export async function getJson<Body>(path: string, signal: AbortSignal): Promise<Body> {
  const response = await fetch(path, { signal, headers: { accept: 'application/json' } }).catch((error: unknown) => {
    throw signal.aborted ? error : unreachable();
  });
  const body: unknown = await response.json().catch(() => undefined);
  if (!response.ok) throw failureOf(response, body);
  if (body === undefined) throw new AskingFailed('', { status: response.status, code: 'no_json' });
  return body as Body;
}
