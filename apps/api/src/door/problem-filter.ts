import { type ArgumentsHost, Catch, type ExceptionFilter } from '@nestjs/common';

import type { FastifyReply } from 'fastify';
import { httpProblem } from './http-problems.ts';

/** Refusals that may be otherwise in a moment, and that moment in seconds. */
const later = [429, 503];
const RETRY_AFTER = 1;

/** Whatever is thrown leaves as problem+json (RFC 9457). */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  catch(error: unknown, host: ArgumentsHost): void {
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const problem = httpProblem(error);
    if (later.includes(problem.status)) void reply.header('retry-after', RETRY_AFTER);
    void reply.code(problem.status).type('application/problem+json').send(JSON.stringify(problem));
  }
}
