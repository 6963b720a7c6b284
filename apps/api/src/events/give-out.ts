import { Readable } from 'node:stream';
import { Inject, Injectable } from '@nestjs/common';
import type { Asked, Raw } from '@kithline/metrics';
import { exportPages, Problem, wrongField } from '@kithline/network';
import { readQuestion } from '@kithline/network/asking';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AtOnce } from '../asking/at-once.ts';
import { Ending } from '../asking/ending.ts';
import { POSITION_HEADER } from '../asking/position.ts';
import { type Parts, PARTS } from '../parts.ts';
import { framesOf } from './frames.ts';

const MOST_STREAMS = 256;
const MOST_EXPORTS = 8;

/** Events that are given out as long as somebody reads them: as they come, or all that there are. */
@Injectable()
export class GiveOut {
  readonly #streams = new AtOnce(MOST_STREAMS, 'streams');
  readonly #exports = new AtOnce(MOST_EXPORTS, 'exports');
  readonly #parts: Parts;
  readonly #ending: Ending;

  constructor(@Inject(PARTS) parts: Parts, @Inject(Ending) ending: Ending) {
    this.#parts = parts;
    this.#ending = ending;
  }

  /** Server-sent events, from `after`, or from Last-Event-ID on when the connection was made before. @throws Problem */
  async stream(request: FastifyRequest, query: Raw, reply: FastifyReply): Promise<Readable> {
    const { graph, network } = this.#parts;
    const last = request.headers['last-event-id'];
    const asked = readQuestion('events', typeof last === 'string' ? { ...query, after: last } : query);
    await this.#refuseUnheardOf(asked);
    const listing = await network.events(asked);
    const leave = this.#streams.enter();
    const gone = new AbortController();
    reply.raw.once('close', () => gone.abort());
    const frames = framesOf(listing.follow(AbortSignal.any([gone.signal, this.#ending.signal])), graph);
    void reply.header('cache-control', 'no-store').header('x-accel-buffering', 'no').type('text/event-stream');
    return Readable.from(frames, { objectMode: true, highWaterMark: 1 }).once('close', leave);
  }

  /** Who has heard more than there is listened to another log, or to this one before it was put back: what comes next would be missed. @throws Problem */
  async #refuseUnheardOf({ after = 0 }: Asked<'events'>): Promise<void> {
    const { position } = await this.#parts.log.head();
    if (after <= position) return;
    const message = `the log ends at ${position}, before ${after}: begin anew, without Last-Event-ID`;
    throw wrongField('notFound', 'unknown_position', { field: 'after', message });
  }

  /** The export of the command line: every event up to the head, a line each. @throws Problem */
  async export(query: Raw, reply: FastifyReply): Promise<Readable> {
    const { log } = this.#parts;
    const { after = 0 } = readExport(query);
    const { position } = await log.head();
    const leave = this.#exports.enter();
    async function* lines(): AsyncGenerator<string> {
      for await (const { text } of exportPages(log, { after, upTo: position })) yield text;
    }
    void reply.header(POSITION_HEADER, position).type('application/x-ndjson');
    return Readable.from(lines(), { objectMode: true, highWaterMark: 1 }).once('close', leave);
  }
}

/** An export is whole: there is nothing to narrow it by but where it begins. */
function readExport(query: Raw): Asked<'events'> {
  const narrowing = Object.keys(query).filter((name) => !['after', 'disclosure'].includes(name));
  const asked = readQuestion('events', { disclosure: 'none', ...query });
  if (narrowing.length === 0) return asked;
  const errors = narrowing.map((field) => ({ field, message: 'does not go with an export, which is whole: ask for application/json' }));
  throw new Problem('badRequest', 'invalid_question', errors.map(({ field, message }) => `${field} ${message}`).join('; '), errors);
}
