import type { Answer } from '@kithline/metrics';
import { LRUCache } from 'lru-cache';

/** An answer as it goes out, and the position it was computed at. */
export type Cached = Readonly<{ position: number; body: string }>;

/** What answers hang on: the version is another one after all that could change them; while there is trouble nobody knows whether it is. */
export type Moment = Readonly<{ version: () => number; trouble: () => unknown }>;

/** Characters of questions and answers kept in all, and at most of one of them: a screen full of figures for each of a few dozen people. */
const IN_ALL = 32 * 1024 * 1024;
const OF_ONE = 4 * 1024 * 1024;

/** Answers by the text of the question, for as long as nothing happens that could change them: whoever looks at a page asks the same again. */
export class AnswerCache {
  readonly #moment: Moment;
  readonly #cached = new LRUCache<string, Cached>({
    maxSize: IN_ALL,
    maxEntrySize: OF_ONE,
    sizeCalculation: ({ body }, text) => body.length + text.length,
  });
  #version: number;

  constructor(moment: Moment) {
    this.#moment = moment;
    this.#version = moment.version();
  }

  /** What was answered to the same text, or else what is answered now. @throws what `answer` throws; that is not kept */
  async of(text: string, answer: () => Promise<Answer>): Promise<Cached> {
    const version = this.#moment.version();
    if (version !== this.#version || this.#moment.trouble() !== undefined) this.#cached.clear();
    this.#version = version;
    const known = this.#cached.get(text);
    if (known) return known;
    const answered = await answer();
    const made = { position: answered.K, body: JSON.stringify(answered) };
    if (version === this.#moment.version()) this.#cached.set(text, made);
    return made;
  }
}
