import { describe, expect, it } from '@jest/globals';
import type { Answer } from '@kithline/metrics';
import type { GraphInUse } from '@kithline/network';
import { KeptAnswers } from './kept-answers.ts';

/** Answers that tell how often anything was answered. */
function answering() {
  const graph = { version: 0 };
  const kept = new KeptAnswers(graph as GraphInUse);
  let asked = 0;
  const answer = (): Promise<Answer> => Promise.resolve({ K: 7, asked: ++asked } as unknown as Answer);
  const ask = async (text: string): Promise<number> => {
    const { position, body } = await kept.of(text, answer);
    expect(position).toBe(7);
    return (JSON.parse(body) as { asked: number }).asked;
  };
  return { graph, kept, ask };
}

describe('An answer', () => {
  it('is given again to the same question', async () => {
    const { ask } = answering();
    expect([await ask('/v1/latency'), await ask('/v1/latency?horizon=7d'), await ask('/v1/latency')]).toEqual([1, 2, 1]);
  });

  it('is not given again once the graph has changed', async () => {
    const { graph, ask } = answering();
    await ask('/v1/latency');
    graph.version++;
    expect(await ask('/v1/latency')).toBe(2);
  });

  it('is not kept when the graph changed while it was found', async () => {
    const { graph, kept, ask } = answering();
    await kept.of('/v1/latency', () => {
      graph.version++;
      return Promise.resolve({ K: 7 } as Answer);
    });
    expect(await ask('/v1/latency')).toBe(1);
  });

  it('is not kept where there was none', async () => {
    const { kept, ask } = answering();
    await expect(kept.of('/v1/latency', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(await ask('/v1/latency')).toBe(1);
  });
});
