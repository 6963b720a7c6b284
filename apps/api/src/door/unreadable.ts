import type { Socket } from 'node:net';
import { Problem } from '@kithline/network';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { httpProblem } from './http-problems.ts';
import { securityHeaders } from './secure.ts';

const problems: Readonly<Record<string, Problem>> = {
  HPE_HEADER_OVERFLOW: new Problem('headersTooLarge', 'headers_too_large', 'The headers are larger than 16 KiB together'),
  ERR_HTTP_REQUEST_TIMEOUT: new Problem('timeout', 'request_timeout', 'The headers did not arrive in time'),
};
const garbled = new Problem('badRequest', 'invalid_http', 'This is not HTTP as this server reads it');

/** Answers on the bare socket what is no request yet, and closes it. */
export function tellUnreadable(error: Error & { code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy();
  const problem = problems[error.code ?? ''] ?? garbled;
  const body = JSON.stringify(problem);
  const head = `HTTP/1.1 ${problem.status} ${problem.toJSON().title}\r\nContent-Type: application/problem+json\r\n`;
  socket.end(`${head}Content-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n\r\n${body}`);
}

/** Answers a path that no route can be looked up by, before any hook has run. */
export function tellMisspelt(error: Error, _: FastifyRequest, reply: FastifyReply): void {
  const problem = httpProblem(error);
  void reply.code(problem.status).headers(securityHeaders).type('application/problem+json').send(JSON.stringify(problem));
}
