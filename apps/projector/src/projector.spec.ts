import { CheckpointConflict } from '@kithline/graph';
import { InMemoryEventLog, LogUnavailable } from '@kithline/log';
import { rebuiltFingerprint } from '@kithline/projection';
import { storedId, type TouchpointEvent } from '@kithline/touchpoints';
import { judge } from './health/judge.ts';
import { InMemoryGenerations } from './testing/in-memory-generations.ts';
import { joined, running, until } from './testing/running.ts';

const people = (prefix: string, count: number): TouchpointEvent[] => Array.from({ length: count }, (_, i) => joined(`${prefix}${i}`));
const away = (): Error => new LogUnavailable('unavailable', 'nowhere', 'nowhere does not answer');
const nonsense: TouchpointEvent = {
  ...joined('ana'),
  id: 'nonsense',
  type: 'org.kithline.EventCorrected.v1',
  data: { target: storedId('urn:desk', 'ana'), reason: 'mistake', patch: { data: { pathway: 'none that there is' } } },
};

describe('A projector', () => {
  it('brings the graph to the end of the log, and goes on with it', async () => {
    const { log, generations, standing, stop } = running();
    await log.record(people('a', 700));
    await until(() => standing.position === 700);
    await log.record(people('b', 3));
    await until(() => standing.position === 703);
    await stop();
    expect(await generations.store(1).fingerprint()).toBe(await rebuiltFingerprint(log, 703));
  });

  it('waits for a store that does not answer, says so, and then neither loses nor repeats an event', async () => {
    const generations = new InMemoryGenerations();
    generations.failures.push(away(), away());
    const { log, standing, heard, stop } = running(new InMemoryEventLog(), generations);
    await until(() => standing.phase === 'following');
    await log.record(people('a', 100));
    generations.failures.push(away());
    await log.record(people('b', 100));
    await until(() => standing.position === 200);
    await stop();
    expect(heard.filter((line) => line.startsWith('waiting: nowhere does not answer'))).toHaveLength(2);
    expect(await generations.store(1).fingerprint()).toBe(await rebuiltFingerprint(log, 200));
  });

  it('says that a store does not answer at once, though a batch is still under way', async () => {
    const generations = new InMemoryGenerations();
    const { log, standing, stop } = running(new InMemoryEventLog(), generations);
    await until(() => standing.phase === 'following');
    const store = generations.store(1);
    const apply = store.apply.bind(store);
    const late = new Promise<void>((resolve) => {
      store.apply = async (...batch) => {
        await until(() => standing.phase === 'waiting');
        await apply(...batch);
        resolve();
      };
    });
    await log.record([joined('ana')]);
    generations.hangs = away();
    await late;
    expect(judge(standing, Date.now())).toMatchObject({ alive: true, ready: false, problems: ['nowhere does not answer'] });
    generations.hangs = undefined;
    await until(() => standing.phase === 'following');
    await stop();
  });

  it('ends at a second writer', async () => {
    const { log, generations, standing, done } = running();
    await until(() => standing.phase === 'following');
    let hasEnded = false;
    done.catch(() => (hasEnded = true));
    for (let position = 1; !hasEnded; position++) {
      await log.record([joined(`p${position}`)]);
      const { recordedAt } = await log.head();
      await generations.store(1).apply([], position - 1, { position, recordedAt, ledger: '' });
      await until(() => hasEnded || standing.position === position);
    }
    await expect(done).rejects.toThrow(CheckpointConflict);
  });

  it('goes on after what a process that was killed had sent was committed late', async () => {
    const { log, generations, standing, stop } = running();
    await until(() => standing.phase === 'following');
    await log.record([joined('ana')]);
    const { recordedAt } = await log.head();
    await generations.store(1).apply([], 0, { position: 1, recordedAt, ledger: '' });
    await log.record([joined('ben')]);
    await until(() => standing.position === 2);
    await stop();
  });

  it('ends where it cannot do anything about a failure', async () => {
    const generations = new InMemoryGenerations();
    generations.failures.push(new Error('what is this?'));
    await expect(running(new InMemoryEventLog(), generations).done).rejects.toThrow('what is this?');
  });
});

describe('An order to a projector', () => {
  const begun = async () => {
    const all = running();
    await all.log.record([joined('ana'), nonsense, joined('ben'), ...people('c', 300)]);
    await until(() => all.standing.position === 303);
    return all;
  };

  it('has parked events tried again, or skipped', async () => {
    const { order, standing, stop } = await begun();
    expect(standing.parked).toBe(1);
    expect(await order({ retry: 'all' })).toMatchObject({ settled: { left: [], rows: [{ position: 2, attempts: 2 }] } });
    expect(await order({ retry: [7] })).toEqual({ refused: { code: 'not_parked', detail: expect.stringContaining('position 7') } });
    expect(await order({ skip: 2, reason: 'a test' })).toEqual({ settled: { left: [2], rows: [] } });
    expect(standing).toMatchObject({ parked: 0, parkedSince: null });
    await stop();
  });

  it('has the graph built anew beside the live one, which it replaces at once when both agree', async () => {
    const { order, generations, log, standing, stop } = await begun();
    await order({ skip: 2, reason: 'a test' });
    expect(await order({ rebuild: { accept: false } })).toEqual({
      rebuilt: { generation: 2, position: 303, switched: true, differences: null },
    });
    expect([generations.live, [...generations.stores.keys()]]).toEqual([2, [2]]);
    expect(standing.generation).toBe(2);
    await log.record(people('d', 5));
    await until(() => standing.position === 308);
    await stop();
    expect((await generations.store(2).checkpoint()).ledger).toContain('a test');
  });

  it('lists what differs by subject, and switches once that is accepted', async () => {
    const { order, generations, log, standing, stop } = await begun();
    const { ledger, recordedAt } = await generations.store(1).checkpoint();
    await generations.store(1).apply([{ change: 'retract', position: 3 }], 303, { position: 303, recordedAt, ledger });
    expect(await order({ rebuild: { accept: false } })).toEqual({
      rebuilt: {
        generation: 2,
        position: 303,
        switched: false,
        differences: { subjects: 1, rows: [{ subject: 'member/ben', facts: 1, positions: [3] }] },
      },
    });
    expect(generations.live).toBe(1);
    await log.record(people('d', 5));
    await until(() => standing.position === 308);
    expect(await order({ rebuild: { accept: true } })).toMatchObject({ rebuilt: { generation: 2, position: 308, switched: true } });
    expect([generations.live, [...generations.stores.keys()]]).toEqual([2, [2]]);
    await stop();
    expect(await generations.store(2).fingerprint()).toBe(await rebuiltFingerprint(log, 308));
  });

  it('goes on after the process was ended, with what was built by then', async () => {
    const first = await begun();
    const { log, generations } = first;
    await generations.orders.place('slow', JSON.stringify({ rebuild: { accept: false, throttle: 100 } }));
    await until(() => (first.standing.rebuild?.position ?? 0) >= 100);
    await first.stop();
    const built = (await generations.store(2).checkpoint()).position;
    expect([generations.live, built < 303]).toEqual([1, true]);
    const second = running(log, generations);
    await until(async () => (await generations.orders.placed()).every(({ done }) => done));
    await until(() => second.standing.generation === 2 || generations.live === 2);
    await second.stop();
    expect([...generations.stores.keys()]).toEqual([2]);
  });

  it('leaves nothing behind of what was given up', async () => {
    const { generations, stop, log } = await begun();
    await stop();
    await generations.begin();
    const again = running(log, generations);
    await until(() => again.standing.phase === 'following');
    expect([...generations.stores.keys()]).toEqual([1]);
    await again.stop();
  });
});
