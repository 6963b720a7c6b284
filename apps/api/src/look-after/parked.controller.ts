import { Controller, Get, HttpCode, Inject, Post, Query, Res } from '@nestjs/common';
import type { ParkedList, ParkedOrder, SettledList } from '@kithline/network';
import type { FastifyReply } from 'fastify';
import { POSITION_HEADER } from '../asking/position.ts';
import { type Parts, PARTS } from '../parts.ts';
import { readFlags } from '../asking/read-flags.ts';
import { readRetry, readSkip } from './read-parked.ts';

/** What could not be applied to the graph, and what is done with it: `kithline parked`. */
@Controller('v1/parked')
export class ParkedController {
  readonly #parts: Parts;

  constructor(@Inject(PARTS) parts: Parts) {
    this.#parts = parts;
  }

  @Get()
  async list(@Query() query: unknown, @Res({ passthrough: true }) reply: FastifyReply): Promise<ParkedList> {
    readFlags(query);
    const parked = await this.#parts.network.parked();
    this.#tellPosition(reply);
    return parked;
  }

  @Post('retry')
  @HttpCode(200)
  retry(@Query() query: unknown, @Res({ passthrough: true }) reply: FastifyReply): Promise<SettledList> {
    return this.#settle(readRetry(query), reply);
  }

  @Post('skip')
  @HttpCode(200)
  skip(@Query() query: unknown, @Res({ passthrough: true }) reply: FastifyReply): Promise<SettledList> {
    return this.#settle(readSkip(query), reply);
  }

  async #settle(order: ParkedOrder, reply: FastifyReply): Promise<SettledList> {
    const settled = await this.#parts.network.settle(order);
    this.#tellPosition(reply);
    return settled;
  }

  #tellPosition(reply: FastifyReply): void {
    void reply.header(POSITION_HEADER, this.#parts.graph.position);
  }
}
