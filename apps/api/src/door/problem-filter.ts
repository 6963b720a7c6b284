import { type ArgumentsHost, Catch, type ExceptionFilter } from '@nestjs/common';

import type { FastifyReply } from 'fastify';
import { httpProblem } from './http-problems.ts';

/** Whatever is thrown leaves as problem+json (RFC 9457). */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  catch(error: unknown, host: ArgumentsHost): void {
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const problem = httpProblem(error);
    void reply.code(problem.status).type('application/problem+json').send(JSON.stringify(problem));
  }
}
