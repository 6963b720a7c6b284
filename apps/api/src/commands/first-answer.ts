import { createHash, randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { Problem } from '@kithline/network';
import { httpProblem } from '../door/http-problems.ts';
import { type Parts, PARTS } from '../parts.ts';

/** An answer as it goes out: `body` is JSON, `position` that of the log, `revision` that of the stream (its ETag). */
export type HttpAnswer = Readonly<{ status: number; body: string; position?: number; revision?: number }>;

/** What is asked, told apart from everything else that may be asked. */
export type Asked = Readonly<{ path: string; body: unknown; key: string | undefined }>;

/** Does the work under an id of its own; asked again with the same key it gives the first answer, also when both come at once. */
@Injectable()
export class FirstAnswer {
  readonly #parts: Parts;
  readonly #running = new Map<string, Readonly<{ request: string; answer: Promise<HttpAnswer> }>>();

  constructor(@Inject(PARTS) parts: Parts) {
    this.#parts = parts;
  }

  /** @throws Problem when the key came with another request before; whatever the work throws that decided nothing */
  async of({ path, body, key }: Asked, work: (commandId: string) => Promise<HttpAnswer>): Promise<HttpAnswer> {
    if (key === undefined) return work(randomUUID());
    const request = hashed(`${path}\n${JSON.stringify(body)}`);
    const running = this.#running.get(key);
    if (running) return running.request === request ? running.answer : reused();
    const kept = this.#parts.answers.take(key, request);
    if (kept.request !== request) return reused();
    if (kept.answer !== undefined) return JSON.parse(kept.answer) as HttpAnswer;
    const answer = this.#work(key, kept.isNew, () => work(hashed(`${key}\n${request}`)));
    this.#running.set(key, { request, answer });
    return answer.finally(() => this.#running.delete(key));
  }

  /**
   * What the command brought about, or the rule that refused it, is kept. A problem was found before anything was decided: that frees a key
   * which was taken for this. Any other failure leaves open what became of the command, and the key to its request.
   */
  async #work(key: string, isNew: boolean, work: () => Promise<HttpAnswer>): Promise<HttpAnswer> {
    try {
      const answer = await work().catch(refusal);
      this.#parts.answers.keep(key, JSON.stringify(answer));
      return answer;
    } catch (error) {
      if (isNew && error instanceof Problem) this.#parts.answers.release(key);
      throw error;
    }
  }
}

/** The answer that a refusing rule gives. @throws whatever else was thrown */
function refusal(error: unknown): HttpAnswer {
  if ((error as Error | undefined)?.name !== 'RuleBroken') throw error;
  const problem = httpProblem(error);
  return { status: problem.status, body: JSON.stringify(problem) };
}

function reused(): never {
  throw new Problem(
    'unprocessable',
    'idempotency_key_reused',
    'This Idempotency-Key came with another request: take a new key for a new command',
    [{ field: 'Idempotency-Key', message: 'came with another request before' }],
  );
}

const hashed = (text: string): string => createHash('sha256').update(text).digest('hex');
