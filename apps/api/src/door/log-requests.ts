import type { FastifyInstance } from 'fastify';
import type { Logger } from 'pino';

/**
 * One line a request: what was asked by its pattern, how it went and how long it took. Paths, queries, bodies and messages hold ids of
 * people, so none of them is logged.
 */
export function logRequests(server: FastifyInstance, log: Logger): void {
  if (!log.isLevelEnabled('info')) return;
  server.addHook('onResponse', (request, reply, done) => {
    const route = request.routeOptions.url ?? null;
    log.info({
      correlation: request.id,
      method: request.method,
      route,
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime * 10) / 10,
    });
    done();
  });
}

/** What is worth knowing of a failure: its kind and where it came from. Its message may name people. */
export function failureOf(error: unknown): Readonly<{ name: string; code?: string; frames?: readonly string[] }> {
  if (!(error instanceof Error)) return { name: typeof error };
  const { name, stack = '' } = error;
  const code = 'code' in error && typeof error.code === 'string' ? { code: error.code } : {};
  return {
    name,
    ...code,
    frames: stack
      .split('\n')
      .filter((line) => /^\s+at /.test(line))
      .map((line) => line.trim()),
  };
}
