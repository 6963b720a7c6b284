import { Controller, Get, Inject, Res } from '@nestjs/common';
import { lagOf, mostCounted } from '@kithline/network';
import type { FastifyReply } from 'fastify';
import { type Parts, PARTS } from '../parts.ts';

/** From so many events behind on, answers are too old to be asked for. */
const TOO_FAR = 1_000;

/** Whether this process runs, and whether its answers are up to date. */
@Controller('health')
export class HealthController {
  readonly #parts: Parts;

  constructor(@Inject(PARTS) parts: Parts) {
    this.#parts = parts;
  }

  @Get('live')
  live(): object {
    return { status: 'live' };
  }

  /**
   * Compares the graph with the head of the log.
   * @throws GraphUnavailable, LogUnavailable when a server does not say where it is; AnotherLog when they do not belong together
   */
  @Get('ready')
  async ready(@Res({ passthrough: true }) reply: FastifyReply): Promise<object> {
    const { log, graph, trouble } = this.#parts;
    const why = trouble();
    if (why?.name === 'GraphUnavailable' || why?.name === 'AnotherLog') throw why;
    const { position: projected } = graph;
    const { position: head } = await log.head();
    const { events: lag } = await lagOf(log, projected, head);
    const following = why === undefined;
    const ready = following && lag < TOO_FAR;
    if (!ready) void reply.code(503).header('retry-after', 1);
    return { status: ready ? 'ready' : 'behind', head, projected, lag, lagIsAtLeast: lag === mostCounted, following };
  }
}
