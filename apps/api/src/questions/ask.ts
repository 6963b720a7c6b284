import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { Answer, Answerable } from '@kithline/metrics';
import { AtOnce } from '../asking/at-once.ts';
import { waitFor } from '../asking/wait-for.ts';
import { type Parts, PARTS } from '../parts.ts';

/** A question to the graph, once it has applied the log up to `waitFor`. */
export class Ask extends Query<Answer> {
  readonly question: Answerable;
  readonly waitFor: number | undefined;
  constructor(question: Answerable, position?: number) {
    super();
    this.question = question;
    this.waitFor = position;
  }
}

/** Questions that are answered at once, and those that wait for their position: these cost next to nothing. */
const MOST_ANSWERED = 64;
const MOST_WAITING = 1_024;

@QueryHandler(Ask)
export class AskHandler implements IQueryHandler<Ask> {
  readonly #answered = new AtOnce(MOST_ANSWERED, 'questions');
  readonly #waiting = new AtOnce(MOST_WAITING, 'waiting_questions');
  readonly #parts: Parts;

  constructor(@Inject(PARTS) parts: Parts) {
    this.#parts = parts;
  }

  async execute({ question, waitFor: position }: Ask): Promise<Answer> {
    const { graph, network } = this.#parts;
    if (position !== undefined) await this.#waiting.run(() => waitFor(graph, position));
    const leave = this.#answered.enter();
    try {
      return await network.answer(question);
    } finally {
      leave();
    }
  }
}
