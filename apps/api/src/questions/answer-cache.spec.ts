import { describe, expect, it } from '@jest/globals';
import type { Answer } from '@kithline/metrics';
import { AnswerCache } from './answer-cache.ts';

/** Answers that tell how often anything was answered. */
function answering() {
  const graph: { version: number; trouble?: Error } = { version: 0 };
  const cache = new AnswerCache({ version: () => graph.version, trouble: () => graph.trouble });
  let asked = 0;
  const answer = (): Promise<Answer> => Promise.resolve({ K: 7, asked: ++asked } as unknown as Answer);
  const ask = async (text: string): Promise<number> => {
    const { position, body } = await cache.of(text, answer);
    expect(position).toBe(7);
    return (JSON.parse(body) as { asked: number }).asked;
  };
  return { graph, cache, ask };
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

  it('is not given again while the graph is out of reach: somebody may have withdrawn consent there', async () => {
    const { graph, ask } = answering();
    await ask('/v1/chain/ana');
    graph.trouble = new Error('away');
    expect(await ask('/v1/chain/ana')).toBe(2);
  });

  it('is not kept when the graph changed while it was found', async () => {
    const { graph, cache, ask } = answering();
    await cache.of('/v1/latency', () => {
      graph.version++;
      return Promise.resolve({ K: 7 } as Answer);
    });
    expect(await ask('/v1/latency')).toBe(1);
  });

  it('is not kept where there was none', async () => {
    const { cache, ask } = answering();
    await expect(cache.of('/v1/latency', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(await ask('/v1/latency')).toBe(1);
  });
});
