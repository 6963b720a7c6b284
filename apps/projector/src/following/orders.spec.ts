import { GraphUnavailable } from '@kithline/graph/neo4j';
import { InMemoryEventLog, LogUnavailable } from '@kithline/log';
import { catchUp, rebuiltFingerprint } from '@kithline/projection';
import { InMemoryGenerations } from '../testing/in-memory-generations.ts';
import { joined, running, until } from '../testing/running.ts';

describe('An order to a projector that breaks off', () => {
  /** Given ana and ben, whom an earlier version could not apply, and whoever comes next. */
  const begun = async () => {
    const [log, generations] = [new InMemoryEventLog(), new InMemoryGenerations()];
    await log.record([joined('ana'), joined('ben')]);
    await generations.switchTo(await generations.begin(), null);
    const unable = (): never => {
      throw new Error('cannot be read yet');
    };
    await catchUp(log, generations.store(1), undefined, { project: unable });
    const all = running(log, generations);
    await until(() => all.standing.phase === 'following');
    return all;
  };
  type Begun = Awaited<ReturnType<typeof begun>>;

  /** The commit fails. */
  const storeFails = ({ generations }: Begun): void => void generations.failures.push(new Error('the disk is full'));
  /** The second line cannot be read, when the first has been. */
  const logFails = ({ log }: Begun): void => {
    const read = log.readStream.bind(log);
    log.readStream = (stream) => {
      if (stream !== 'member/ben') return read(stream);
      log.readStream = read;
      return Promise.reject(new Error('the log is torn'));
    };
  };

  it.each([
    ['the store', storeFails, 'the disk is full'],
    ['the log', logFails, 'the log is torn'],
  ])('because %s fails leaves what is parked as it was, and can be given again', async (_, fail, detail) => {
    const first = await begun();
    fail(first);
    expect(await first.order({ retry: 'all' })).toMatchObject({ refused: { detail } });
    await first.log.record([joined('cat')]);
    await until(() => first.standing.position === 3);
    expect(first.standing.parked).toBe(2);
    await first.stop();
    const second = running(first.log, first.generations);
    await until(() => second.standing.phase === 'following');
    expect(second.standing.parked).toBe(2);
    expect(await second.order({ retry: 'all' })).toEqual({ settled: { left: [1, 2], rows: [] } });
    await second.stop();
    expect(await first.generations.store(1).fingerprint()).toBe(await rebuiltFingerprint(first.log, 3));
  });

  it('skips nothing', async () => {
    const { generations, log, order, standing, stop } = await begun();
    generations.failures.push(new Error('the disk is full'));
    expect(await order({ skip: 1, reason: 'a test' })).toMatchObject({ refused: { detail: 'the disk is full' } });
    await log.record([joined('cat')]);
    await until(() => standing.position === 3);
    expect(await order({ retry: 'all' })).toEqual({ settled: { left: [1, 2], rows: [] } });
    expect((await generations.store(1).checkpoint()).ledger).not.toContain('a test');
    await stop();
  });

  it('loses nothing to a batch that waited behind it', async () => {
    const { generations, log, order, standing, stop } = await begun();
    const store = generations.store(1);
    const apply = store.apply.bind(store);
    store.apply = async () => {
      store.apply = apply;
      await log.record([joined('cat')]);
      await until(() => standing.workingSince !== null);
      throw new LogUnavailable('unavailable', 'nowhere', 'nowhere does not answer');
    };
    expect(await order({ retry: 'all' })).toEqual({ settled: { left: [1, 2], rows: [] } });
    await until(() => standing.position === 3);
    await stop();
    expect(await store.fingerprint()).toBe(await rebuiltFingerprint(log, 3));
  });

  it('is refused where it takes the graph too long, which goes on with its work', async () => {
    const { generations, log, order, standing, stop } = await begun();
    generations.failures.push(new GraphUnavailable('timed-out', 'here', 'here did not finish in the time allowed'));
    expect(await order({ retry: 'all' })).toEqual({
      refused: { code: 'graph_timed_out', detail: 'here did not finish in the time allowed' },
    });
    await log.record([joined('cat')]);
    await until(() => standing.position === 3);
    await stop();
  });

  it('stays refused where that had to be told twice', async () => {
    const { generations, order, stop } = await begun();
    const { tell } = generations.orders;
    generations.orders.tell = async (id, told, done) => {
      if (!told.includes('refused')) return tell(id, told, done);
      generations.orders.tell = tell;
      throw new GraphUnavailable('unavailable', 'here', 'here does not answer');
    };
    expect(await order({ skip: 99, reason: 'there is no such event' })).toMatchObject({ refused: { code: expect.any(String) } });
    await stop();
  });
});
