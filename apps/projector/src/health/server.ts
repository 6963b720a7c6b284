import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { formatInstant } from '@kithline/touchpoints';
import type { Standing } from '../standing.ts';
import { judge } from './judge.ts';
import type { Metrics } from './metrics.ts';

type HealthParts = Readonly<{ standing: Standing; metrics: Metrics; now: () => number }>;
type Reply = Readonly<{ status: number; type: string; body: string }>;

/** How the projector is, for whoever keeps it running: `/health`, `/health/live`, `/health/ready`, `/metrics`. */
export class HealthServer {
  readonly #server: Server;
  readonly #parts: HealthParts;

  constructor(parts: HealthParts) {
    this.#parts = parts;
    this.#server = createServer((request, response) => void this.#answer(request, response));
  }

  /** The address it answers at. @throws Error when the port is taken */
  async listen(port: number, host: string): Promise<string> {
    this.#server.listen(port, host);
    await once(this.#server, 'listening');
    const { port: taken, address, family } = this.#server.address() as AddressInfo;
    return `http://${family === 'IPv6' ? `[${address}]` : address}:${taken}`;
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    if (!this.#server.listening) return;
    this.#server.close();
    await once(this.#server, 'close');
  }

  async #answer({ method, url = '/' }: IncomingMessage, response: ServerResponse): Promise<void> {
    const { status, type, body } = method === 'GET' || method === 'HEAD' ? await this.#reply(url.split('?', 1)[0] ?? '') : notAllowed;
    response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store', ...(status === 405 && { allow: 'GET, HEAD' }) });
    response.end(method === 'HEAD' ? undefined : body);
  }

  async #reply(path: string): Promise<Reply> {
    const { standing, metrics, now } = this.#parts;
    const health = judge(standing, now());
    if (path === '/metrics') return { status: 200, type: metrics.contentType, body: await metrics.text() };
    if (path === '/health/live')
      return json(health.alive ? 200 : 503, { status: health.alive ? 'live' : 'dead', problems: health.problems });
    if (path === '/health' || path === '/health/ready') return json(health.ready ? 200 : 503, described(standing, { health, now: now() }));
    return json(404, { status: 'there are /health, /health/live, /health/ready and /metrics' });
  }
}

const json = (status: number, body: object): Reply => ({ status, type: 'application/json', body: `${JSON.stringify(body)}\n` });
const notAllowed = json(405, { status: 'only GET and HEAD' });
const age = (since: number | null, now: number): number | null => (since === null ? null : Math.max(0, now - since) / 1000);

/** The standing in words and seconds. */
const described = (standing: Standing, { health, now }: Readonly<{ health: ReturnType<typeof judge>; now: number }>): object => ({
  status: health.ready ? 'ready' : health.alive ? 'behind' : 'dead',
  problems: health.problems,
  phase: standing.phase,
  generation: standing.generation,
  head: standing.head,
  projected: standing.position,
  lag: { events: standing.lag, seconds: age(standing.waitingSince, now) ?? 0 },
  parked: {
    events: standing.parked,
    oldest: standing.parkedSince === null ? null : formatInstant(standing.parkedSince),
    seconds: age(standing.parkedSince, now),
  },
  heartbeat: { ms: standing.heartbeatMs, seconds: age(standing.heartbeatAt, now) },
  rebuild: standing.rebuild,
});
