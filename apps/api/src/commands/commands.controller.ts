import { Controller, Inject, Post, Req, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { Handled } from '@kithline/log';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { POSITION_HEADER } from '../asking/position.ts';
import { readFlags } from '../asking/read-flags.ts';
import { together } from '../asking/together.ts';
import { type Parts, PARTS } from '../parts.ts';
import { FirstAnswer, type HttpAnswer } from './first-answer.ts';
import { commandSource, Perform, type Wish } from './perform.ts';
import { readCommand } from './read-command.ts';
import { readHeaders } from './read-headers.ts';
import { problemOfCommand } from './refused.ts';
import { commandRoutes } from './table.ts';

type Asked = FastifyRequest<{ Params: Readonly<{ id: string }> }>;

const paths = commandRoutes.map(({ collection, imperative }) => `${collection}/:id/${imperative}`);
const routeOf = new Map(commandRoutes.map((route, i) => [`/v1/${String(paths[i])}`, route]));

/** Every command of the table, as a resource. */
@Controller('v1')
export class CommandsController {
  readonly #bus: CommandBus;
  readonly #parts: Parts;
  readonly #first: FirstAnswer;

  constructor(@Inject(CommandBus) bus: CommandBus, @Inject(PARTS) parts: Parts, @Inject(FirstAnswer) first: FirstAnswer) {
    this.#bus = bus;
    this.#parts = parts;
    this.#first = first;
  }

  @Post(paths)
  async perform(@Req() request: Asked, @Res() reply: FastifyReply): Promise<void> {
    const route = routeOf.get(request.routeOptions.url ?? '');
    if (!route) throw new Error(`no command at ${String(request.routeOptions.url)}`);
    const { body, params } = request;
    const [{ command, context }, { key, expected, causationId }] = together(
      () => readCommand(route, { id: params.id, body, now: this.#parts.now() }),
      () => readHeaders(request.headers),
      () => readFlags(request.query), // it has none
    );
    const about = { ...context, correlationId: request.id, causationId };
    const path = `${route.collection}/${params.id}/${route.imperative}`;
    const answer = await this.#first.of({ path, body, key }, (commandId) =>
      this.#perform({ route, id: params.id, command, context: { ...about, commandId, source: commandSource }, expected }),
    );
    send(reply, answer);
  }

  async #perform(wish: Wish): Promise<HttpAnswer> {
    try {
      return answerOf(await this.#bus.execute(new Perform(wish)));
    } catch (error) {
      throw problemOfCommand(error, wish);
    }
  }
}

/** Created where something was recorded; just fine where it was so already. */
function answerOf({ position, revision, events }: Handled): HttpAnswer {
  const status = events.length > 0 ? 201 : 200;
  return { status, body: JSON.stringify({ position, revision, events }), position, revision };
}

function send(reply: FastifyReply, { status, body, position, revision = -1 }: HttpAnswer): void {
  if (position !== undefined) void reply.header(POSITION_HEADER, position);
  if (revision >= 0) void reply.header('etag', `"${revision}"`);
  void reply
    .code(status)
    .type(status < 400 ? 'application/json' : 'application/problem+json')
    .send(body);
}
