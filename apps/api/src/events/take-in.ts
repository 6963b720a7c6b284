import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { Inject, Injectable } from '@nestjs/common';
import type { Raw } from '@kithline/metrics';
import { type Bases, Problem } from '@kithline/network';
import { readBatches, readElements, readLines, readNdjson } from '@kithline/network/reading';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AtOnce } from '../asking/at-once.ts';
import { Ending } from '../asking/ending.ts';
import { httpProblem } from '../door/http-problems.ts';
import { type Parts, PARTS } from '../parts.ts';
import { basesOf } from './bases-of.ts';
import { bulkTypes } from './bodies.ts';
import { Closeness } from './closeness.ts';
import { eventIn } from './cloud-event.ts';
import { recordOne } from './record-one.ts';
import { Results, resultsOf } from './results.ts';
import { until } from './until.ts';

const MOST_BULKS = 16;
/** Milliseconds for which the graph is waited for, batch by batch, where it is far behind what is sent in bulk. */
const PATIENCE = 1_000;
/** Milliseconds that a sender in bulk has to come to an end when the process is told to. */
const GRACE = 5_000;

/** Events that arrive: one, or many in one request. */
@Injectable()
export class TakeIn {
  readonly #bulks = new AtOnce(MOST_BULKS, 'imports');
  readonly #parts: Parts;
  readonly #ending: Ending;

  constructor(@Inject(PARTS) parts: Parts, @Inject(Ending) ending: Ending) {
    this.#parts = parts;
    this.#ending = ending;
  }

  /** @throws Problem, InvalidEvent, IdReused */
  async take(request: FastifyRequest<{ Querystring: Raw }>, reply: FastifyReply): Promise<void> {
    const bases = basesOf(request.query, this.#parts.now);
    const type = (request.headers['content-type'] ?? '').split(';')[0]!.trim().toLowerCase();
    if ((bulkTypes as readonly string[]).includes(type)) return this.#takeMany(request.body as Readable, { type, bases, reply });
    await recordOne(this.#parts.network, { event: eventIn(request, type), bases, reply });
  }

  async #takeMany(body: Readable, { type, bases, reply }: { type: string; bases: Bases | undefined; reply: FastifyReply }): Promise<void> {
    const leave = this.#bulks.enter();
    const results = new Results(join(this.#parts.unfinished, `results-${randomUUID()}.ndjson`));
    const recording = this.#record(body, { type, bases, results }).finally(leave);
    await Promise.race([results.begun, recording]);
    void reply.code(200).type('application/x-ndjson').send(results.body);
    void recording
      .catch((error: unknown) => results.write(failureLine(error)))
      .then(() => results.end())
      .catch(() => results.body.destroy());
  }

  async #record(body: Readable, { type, bases, results }: { type: string; bases: Bases | undefined; results: Results }): Promise<void> {
    const late = new AbortController();
    const stop = (): unknown => setTimeout(() => late.abort(stopping), GRACE).unref();
    this.#ending.signal.addEventListener('abort', stop, { once: true });
    const { graph, network } = this.#parts;
    const closeness = new Closeness();
    const arriving = until(body, late.signal);
    const blocks = type === 'application/cloudevents-batch+json' ? readElements(arriving) : readLines(arriving);
    try {
      for await (const batch of readBatches(blocks, readNdjson(), { eager: true })) {
        const recording = await network.record(batch, bases);
        await results.write(resultsOf(recording));
        await graph.waitFor(closeness.after(recording.outcomes), PATIENCE);
      }
    } finally {
      this.#ending.signal.removeEventListener('abort', stop);
    }
  }
}

const stopping = new Problem('unavailable', 'stopping', 'the server stops: what has a result above is recorded, send the rest again');

/** The last line of results when the request did not come to its end. */
function failureLine(error: unknown): string {
  return `${JSON.stringify({ outcome: 'failed', ...httpProblem(error).toJSON() })}\n`;
}
