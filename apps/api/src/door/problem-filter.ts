import { type ArgumentsHost, Catch, type ExceptionFilter } from '@nestjs/common';
import { Problem } from '@kithline/network';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { httpProblem } from './http-problems.ts';
import { failureOf } from './log-requests.ts';
import type { Routes } from './routes.ts';

/** Refusals that may be otherwise in a moment, and that moment in seconds. */
const later = [429, 503];
const RETRY_AFTER = 1;

/** Whatever is thrown leaves as problem+json (RFC 9457). */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  readonly #routes: Routes;
  readonly #log: Logger;

  constructor(routes: Routes, log: Logger) {
    this.#routes = routes;
    this.#log = log;
  }

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const reply = http.getResponse<FastifyReply>();
    const request = http.getRequest<FastifyRequest>();
    const problem = this.#problemOf(error, request, reply);
    if (problem.status === 500) this.#log.error({ correlation: request.id, failure: failureOf(error) }, 'a request failed');
    if (later.includes(problem.status)) void reply.header('retry-after', RETRY_AFTER);
    if ('revision' in problem && Number(problem.revision) >= 0) void reply.header('etag', `"${String(problem.revision)}"`);
    void reply.code(problem.status).type('application/problem+json').send(JSON.stringify(problem));
  }

  #problemOf(error: unknown, { method, url }: FastifyRequest, reply: FastifyReply): Problem {
    const problem = httpProblem(error);
    const methods = problem.code === 'no_such_path' ? this.#routes.methodsAt(url) : [];
    if (methods.length === 0) return problem;
    void reply.header('allow', methods.join(', '));
    return new Problem(
      'methodNotAllowed',
      'method_not_allowed',
      `${method} is not what is done here; ${methods.join(' and ')} ${methods.length > 1 ? 'are' : 'is'}`,
    );
  }
}
