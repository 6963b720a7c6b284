import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { FastifyInstance } from 'fastify';

/** What belongs together has one correlation id: in the log of requests, in the answer, in the events. */
export const CORRELATION_HEADER = 'x-correlation-id';

/** The correlation id of a request, made where there is none; one that cannot stand in an event is refused where a command is read. */
export function correlationId({ headers }: Pick<IncomingMessage, 'headers'>): string {
  const given = headers[CORRELATION_HEADER];
  return typeof given === 'string' && given.length > 0 && given.length <= 256 ? given : randomUUID();
}

export function tellCorrelation(server: FastifyInstance): void {
  server.addHook('onRequest', (request, reply, done) => {
    void reply.header(CORRELATION_HEADER, request.id);
    done();
  });
}
