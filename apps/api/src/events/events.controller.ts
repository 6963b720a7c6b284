import { Controller, Get, Inject, Post, Req, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import type { Raw } from '@kithline/metrics';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { POSITION_HEADER } from '../asking/position.ts';
import { formOf } from './forms.ts';
import { GiveOut } from './give-out.ts';
import { nextLink, readPage } from './page.ts';
import { TakeIn } from './take-in.ts';

/** The log as a resource: what was recorded, and more of it. */
@Controller('v1/events')
export class EventsController {
  readonly #bus: QueryBus;
  readonly #giveOut: GiveOut;
  readonly #takeIn: TakeIn;

  constructor(@Inject(QueryBus) bus: QueryBus, @Inject(GiveOut) giveOut: GiveOut, @Inject(TakeIn) takeIn: TakeIn) {
    this.#bus = bus;
    this.#giveOut = giveOut;
    this.#takeIn = takeIn;
  }

  @Get()
  async events(@Req() request: FastifyRequest<{ Querystring: Raw }>, @Res() reply: FastifyReply): Promise<void> {
    const form = formOf(request.headers.accept);
    void reply.header('vary', 'accept');
    if (form === 'text/event-stream') return void reply.send(await this.#giveOut.stream(request, request.query, reply));
    if (form === 'application/x-ndjson') return void reply.send(await this.#giveOut.export(request.query, reply));
    await this.#page(request, reply);
  }

  @Post()
  async record(@Req() request: FastifyRequest<{ Querystring: Raw }>, @Res() reply: FastifyReply): Promise<void> {
    await this.#takeIn.take(request, reply);
  }

  async #page({ headers, query }: FastifyRequest<{ Querystring: Raw }>, reply: FastifyReply): Promise<void> {
    const list = readPage(query);
    const page = await this.#bus.execute(list);
    const link = nextLink(query, page);
    const tag = page.revision === undefined ? undefined : `"${page.revision}"`;
    void reply.header(POSITION_HEADER, page.K);
    if (link !== undefined) void reply.header('link', link);
    if (tag !== undefined) void reply.header('etag', tag);
    if (tag !== undefined && isKnown(headers['if-none-match'], tag)) return void reply.code(304).send();
    void reply.send({ ...page.top, rows: page.rows });
  }
}

const isKnown = (given: string | undefined, tag: string): boolean =>
  given !== undefined && given.split(',').some((one) => one.trim().replace(/^W\//, '') === tag);
