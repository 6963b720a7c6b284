import type { Answer } from '@kithline/metrics';
import type { GraphInUse } from '@kithline/network';
import { LRUCache } from 'lru-cache';

/** An answer as it goes out, and the position it was computed at. */
export type Kept = Readonly<{ position: number; body: string }>;

/** Characters of questions and answers kept in all, and at most of one of them: a screen full of figures for each of a few dozen people. */
const IN_ALL = 32 * 1024 * 1024;
const OF_ONE = 4 * 1024 * 1024;

/** Answers by the text of the question, for as long as nothing happens that could change them: whoever looks at a page asks the same again. */
export class KeptAnswers {
  readonly #graph: GraphInUse;
  readonly #kept = new LRUCache<string, Kept>({
    maxSize: IN_ALL,
    maxEntrySize: OF_ONE,
    sizeCalculation: ({ body }, text) => body.length + text.length,
  });
  #version: number;

  constructor(graph: GraphInUse) {
    this.#graph = graph;
    this.#version = graph.version;
  }

  /** What was answered to the same text, or else what is answered now. @throws what `answer` throws; that is not kept */
  async of(text: string, answer: () => Promise<Answer>): Promise<Kept> {
    const { version } = this.#graph;
    if (version !== this.#version) this.#kept.clear();
    this.#version = version;
    const known = this.#kept.get(text);
    if (known) return known;
    const answered = await answer();
    const made = { position: answered.K, body: JSON.stringify(answered) };
    if (version === this.#graph.version) this.#kept.set(text, made);
    return made;
  }
}
