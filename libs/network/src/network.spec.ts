import { Readable } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { readQuestion } from './asking/index.ts';
import type { Network } from './network.ts';
import { readBatches, readLines, readNdjson } from './reading/index.ts';
import { all, erased, joined, openedNetwork } from './testing/opened.ts';

describe('A network in use', () => {
  let network: Network;
  let close: () => Promise<void>;
  beforeEach(async () => ({ network, close } = await openedNetwork()));
  afterEach(async () => close());

  const record = async (...events: Parameters<Network['log']['record']>[0]): Promise<void> => {
    await network.log.record(events);
    await network.graph.waitFor((await network.log.head()).position, 5000);
  };
  const rows = async (): Promise<readonly Readonly<Record<string, unknown>>[]> =>
    all((await network.events(readQuestion('events', { disclosure: 'none' }))).rows());

  it('answers at the newest position that the graph has applied, or at an earlier one', async () => {
    await record(...joined('ana'));
    await record(...joined('ben'));
    expect(await network.ask('introduced', { all: true })).toMatchObject({ K: 4 });
    expect(await network.ask('chain', { person: 'ana', 'known-at': '2' })).toMatchObject({ K: 2, hops: 0 });
    await expect(network.ask('chain', { person: 'ben', 'known-at': '2' })).rejects.toThrow('no person "ben" is known');
    await expect(network.ask('chain', { person: 'ana', 'known-at': '9' })).rejects.toMatchObject({ status: 404 });
  });

  it('tells everything that is wrong with a question at once', async () => {
    await expect(network.ask('retention', { variant: 'round', bogus: '1' })).rejects.toMatchObject({
      status: 400,
      errors: [{ field: 'bogus' }, { field: 'variant' }],
    });
  });

  it('waits for a position, and says when it did not come', async () => {
    const waiting = network.graph.waitFor(2, 5000);
    await network.log.record(joined('ana'));
    expect(await waiting).toBe(true);
    expect(await network.graph.waitFor(3, 10)).toBe(false);
  });

  it('tells how far the graph has come, until nobody listens', async () => {
    const told: number[] = [];
    const stop = network.graph.onProjected((position) => told.push(position));
    await record(...joined('ana'));
    stop();
    await record(...joined('ben'));
    expect(told).toEqual([2]);
  });

  it('shows nothing of somebody who was erased in the meantime', async () => {
    await record(...joined('ana'), ...joined('ben'));
    expect((await rows()).map(({ masked }) => masked)).toEqual([false, false, false, false]);
    await record(erased('ana'));
    expect((await rows()).map(({ masked }) => masked)).toEqual([true, true, false, false, true]);
  });

  it('records a batch but for the lines whose id stands for something else', async () => {
    const [granted, member] = joined('ana');
    const other = { ...member!, time: '2026-03-03T10:00:00Z' };
    const lines = [granted, member, other].map((event) => `${JSON.stringify(event)}\n`).join('');
    const [batch] = await all(readBatches(readLines(Readable.from([Buffer.from(lines)])), readNdjson()));
    const { outcomes, rejects } = await network.record(batch!);
    expect(outcomes).toEqual([
      { position: 1, outcome: 'written' },
      { position: 2, outcome: 'written' },
    ]);
    expect(rejects).toMatchObject([{ line: 3, field: 'id', reason: expect.stringContaining('another body') }]);
  });

  it('is built anew while it is asked, and is then the one its log gives', async () => {
    await record(...joined('ana'));
    const [rebuilt, answer] = await Promise.all([network.rebuild(), network.ask('chain', { person: 'ana' })]);
    expect(rebuilt.position).toBe(2);
    expect(answer.K).toBe(2);
    await record(...joined('ben'));
    expect(await network.prove()).toMatchObject({ equal: true, position: 4 });
    expect(await network.status({ quick: false })).toMatchObject({
      lag: 0,
      sources: { count: 1, madeUp: [], others: ['urn:test'] },
      proof: { equal: true },
      breaches: {},
    });
    expect(await network.verify()).toMatchObject({ whole: true, position: 4 });
  });
});
