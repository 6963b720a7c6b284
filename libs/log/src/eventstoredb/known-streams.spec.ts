import { touch } from '../testing/index.ts';
import { rowOf } from '../rows.ts';
import { KnownStreams } from './known-streams.ts';
import type { Stored } from './stored.ts';
import { StreamNames } from './stream-names.ts';

const stream = 'member/p-1';

describe('What is known of streams', () => {
  it('is not forgotten for a read that was asked before an append and comes after it', async () => {
    let answer: (stored: readonly Stored[]) => void = () => undefined;
    const answers = [Promise.resolve([]), new Promise<readonly Stored[]>((resolve) => (answer = resolve))];
    const streams = new KnownStreams({ stream: async () => (await answers.shift())! }, new StreamNames('kt'));
    const [known, late] = [streams.fresh(stream), streams.read(stream)];
    streams.add(await known, [rowOf(touch('a', 'p-1'))], { revision: 0, position: 7 });
    answer([]);
    await late;
    expect(streams.remembered(stream)).toMatchObject({ revision: 0 });
  });
});
