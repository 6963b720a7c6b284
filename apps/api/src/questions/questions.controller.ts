import { Controller, Get, Inject, Req, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import type { Answerable, Raw } from '@kithline/metrics';
import { wrongField } from '@kithline/network';
import { readQuestion } from '@kithline/network/asking';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { POSITION_HEADER } from '../asking/position.ts';
import { together } from '../asking/together.ts';
import { readWaitFor } from '../asking/wait-for.ts';
import { type Parts, PARTS } from '../parts.ts';
import { AnswerCache } from './answer-cache.ts';
import { Ask } from './ask.ts';
import { nestPath, questionRoutes } from './routes.ts';

const questionAt = Object.fromEntries(questionRoutes.map(({ path, question }) => [`/v1/${nestPath(path)}`, question]));

type Asked = FastifyRequest<{ Querystring: Raw; Params: Readonly<Record<string, string>> }>;

/** @throws Problem when the query names what the path names */
function refuseTwice(query: object, params: object): void {
  const twice = Object.keys(params).find((name) => Object.hasOwn(query, name));
  if (twice === undefined) return;
  throw wrongField('badRequest', 'invalid_question', { field: twice, message: `${twice} stands in the path: leave it out of the query` });
}

/** @throws Problem with everything that is wrong with the question */
function readAsk({ query, params, routeOptions }: Asked): Ask {
  const { 'wait-for': position, ...options } = query;
  const name = questionAt[String(routeOptions.url)] as Answerable['question'];
  const [question, wait] = together(
    () => readQuestion(name, { ...options, ...params }),
    () => readWaitFor(position),
    () => refuseTwice(query, params),
  );
  return new Ask(question, wait);
}

/** Every question that the graph answers, spelled and answered as at the command line. */
@Controller('v1')
export class QuestionsController {
  readonly #bus: QueryBus;
  readonly #cache: AnswerCache;

  constructor(@Inject(QueryBus) bus: QueryBus, @Inject(PARTS) { graph, trouble }: Parts) {
    this.#bus = bus;
    this.#cache = new AnswerCache({ version: () => graph.version, trouble });
  }

  @Get(questionRoutes.map(({ path }) => nestPath(path)))
  async ask(@Req() request: Asked, @Res() reply: FastifyReply): Promise<void> {
    const { position, body } = await this.#cache.of(request.url, () => this.#bus.execute(readAsk(request)));
    void reply.header(POSITION_HEADER, position).type('application/json; charset=utf-8').send(body);
  }
}
