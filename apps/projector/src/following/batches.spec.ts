import { type BatchLimits, batchesOf, type Pages } from './batches.ts';

const limits =
  (events: number, ms = 10_000) =>
  (): BatchLimits => ({ events, ms });
const never = new AbortController().signal;
const given = (...pages: readonly (readonly number[])[]): Pages<number> =>
  async function* () {
    yield* pages;
  };
async function all(pages: Pages<number>, ...how: ReturnType<typeof limits>[]): Promise<readonly (readonly number[])[]> {
  const found: (readonly number[])[] = [];
  for await (const batch of batchesOf(pages, how[0]!, never)) found.push(batch);
  return found;
}
const silence = (signal: AbortSignal): Promise<void> => new Promise((resolve) => signal.addEventListener('abort', () => resolve()));

describe('Batches', () => {
  it('put pages together and take them apart', async () => {
    expect(await all(given([1], [2], [3, 4, 5], [6]), limits(2))).toEqual([
      [1, 2],
      [3, 4],
      [5, 6],
    ]);
    expect(await all(given(), limits(2))).toEqual([]);
  });

  it('are given when the time is up, whatever has come', async () => {
    const pages: Pages<number> = async function* (signal) {
      yield [1];
      yield [2];
      await silence(signal);
    };
    for await (const batch of batchesOf(pages, limits(100, 5), never)) {
      expect(batch).toEqual([1, 2]);
      break;
    }
  });

  it('let go of a page that is waited for when somebody leaves, by an error too', async () => {
    let ended = false;
    const pages: Pages<number> = async function* (signal) {
      try {
        yield [1];
        await silence(signal);
      } finally {
        ended = true;
      }
    };
    const leaving = async (): Promise<void> => {
      for await (const batch of batchesOf(pages, limits(1), never)) throw new Error(batch.length === 1 ? 'enough' : 'too much');
    };
    await expect(leaving()).rejects.toThrow('enough');
    expect(ended).toBe(true);
  });

  it('fetch no more than the page after the batch that is worked on', async () => {
    let fetched = 0;
    const pages: Pages<number> = async function* () {
      for (;;) yield [++fetched];
    };
    for await (const [first] of batchesOf(pages, limits(1), never)) {
      await new Promise((resolve) => setImmediate(resolve));
      expect(fetched).toBe(first! + 1);
      if (first === 3) break;
    }
  });

  it('fail as the pages do', async () => {
    const pages: Pages<number> = async function* () {
      yield [1];
      throw new Error('gone');
    };
    await expect(all(pages, limits(1))).rejects.toThrow('gone');
  });
});
