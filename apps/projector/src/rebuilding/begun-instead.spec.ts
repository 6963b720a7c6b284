import { InMemoryEventLog } from '@kithline/log';
import { rebuiltFingerprint } from '@kithline/projection';
import type { InMemoryGenerations } from '../testing/in-memory-generations.ts';
import { joined, running, until } from '../testing/running.ts';

const people = (prefix: string, count: number) => Array.from({ length: count }, (_, i) => joined(`${prefix}${i}`));

/** What this log gives in the end; every log is recorded at a time of its own. */
async function logOf(recordedAt: number, ...persons: ReturnType<typeof people>): Promise<InMemoryEventLog> {
  const log = new InMemoryEventLog({ now: () => recordedAt });
  await log.record(persons);
  return log;
}

/** A graph that was built from five events recorded at 1. */
async function built(): Promise<InMemoryGenerations> {
  const { generations, standing, stop } = running(await logOf(1, ...people('a', 5)));
  await until(() => standing.position === 5);
  await stop();
  return generations;
}

const stateOf = async (generations: InMemoryGenerations) => {
  const states = [...generations.stores].map(async ([generation, store]) => [
    generation,
    await store.checkpoint(),
    await store.fingerprint(),
  ]);
  return [generations.live, await generations.orders.placed(), ...(await Promise.all(states))];
};

describe('A graph of another log', () => {
  it.each([
    ['has another event where it was built up to', () => logOf(2, ...people('a', 5), ...people('b', 3))],
    ['was set back, and ends before', () => logOf(1, ...people('a', 3))],
  ])('ends the projector when its log %s: it says what to do, and writes nothing', async (_, other) => {
    const generations = await built();
    const before = await stateOf(generations);
    await expect(running(await other(), generations).done).rejects.toThrow(/^generation 1 .* another log: .*: kithline rebuild --accept$/);
    expect(await stateOf(generations)).toEqual(before);
  });

  it('is not made live either', async () => {
    const generations = await built();
    generations.live = null;
    await expect(running(await logOf(2, ...people('b', 9)), generations).done).rejects.toThrow('another log');
    expect(generations.live).toBeNull();
  });

  it('is one whose log is set back while it is followed', async () => {
    const { log, standing, done } = running(await logOf(1, ...people('a', 5)));
    await until(() => standing.position === 5);
    const backup = await logOf(1, ...people('a', 3));
    log.head = (upTo) => backup.head(upTo);
    log.readAll = (after, upTo) => backup.readAll(after, upTo);
    await expect(done).rejects.toThrow('another log');
  }, 20_000);

  it('is none where the log was copied, and went on', async () => {
    const generations = await built();
    const { standing, stop } = running(await logOf(1, ...people('a', 7)), generations);
    await until(() => standing.position === 7);
    await stop();
    expect(generations.live).toBe(1);
  });

  it('is replaced at once where a rebuild is ordered that accepts whatever differs', async () => {
    const generations = await built();
    await generations.orders.place('careful', JSON.stringify({ rebuild: { accept: false } }));
    const log = await logOf(2, ...people('b', 9));
    await expect(running(log, generations).done).rejects.toThrow('another log');
    await generations.orders.tell('careful', '', true);
    await generations.orders.place('accepting', JSON.stringify({ rebuild: { accept: true } }));
    const { standing, stop } = running(log, generations);
    await until(async () => standing.position === 9 && (await generations.orders.placed()).every(({ done }) => done));
    await stop();
    const [, accepting] = await generations.orders.placed();
    expect(JSON.parse(accepting!.told)).toEqual({
      rebuilt: { generation: 2, position: expect.any(Number), switched: true, compared: false, differences: null },
    });
    expect([generations.live, [...generations.stores.keys()]]).toEqual([2, [2]]);
    expect(await generations.store(2).fingerprint()).toBe(await rebuiltFingerprint(log, 9));
  });
});
