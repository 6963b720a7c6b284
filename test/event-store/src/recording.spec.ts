import { all, idsOf, touch, touches } from '@kithline/log/testing';
import type { AppendFault } from './server/index.ts';
import { onAServer } from './testing/logs.ts';

const [a, b, c] = ['a', 'b', 'c'].map((id) => touch(id, 'p-1')) as [Touch, Touch, Touch];
type Touch = ReturnType<typeof touch>;

describe('Facts recorded on EventStoreDB', () => {
  const given = onAServer();

  it('are each there once when several processes record them at the same moment', async () => {
    const server = await given.start();
    const logs = [given.open(server.url), given.open(server.url), given.open(server.url)];
    const outcomes = await Promise.all(logs.map((log) => log.record(touches('t', 60))));
    expect(server.events).toHaveLength(60);
    const positions = outcomes.map((facts) => facts.map(({ position }) => position));
    expect(positions).toEqual([positions[0], positions[0], positions[0]]);
  });

  it('are written by one call and known to the others when they are recorded on one log at the same moment', async () => {
    const server = await given.start();
    const log = given.open(server.url);
    const outcomes = await Promise.all([1, 2, 3].map(() => log.record(touches('t', 60))));
    expect(server.events).toHaveLength(60);
    expect(outcomes.flat().filter(({ outcome }) => outcome === 'written')).toHaveLength(60);
  });

  it('go on where a call failed on the way, and keep their order', async () => {
    const server = await given.start();
    const facts = touches('t', 40);
    const timing = { answer: 200, pause: 10 };
    const impatient = given.open(server.url, { timing: { ...timing, patience: 200 } });
    await impatient.record(facts.slice(0, 5));
    server.faults.appends.push(...Array.from({ length: 20 }, (): AppendFault => 'ignored'));
    await expect(impatient.record(facts)).rejects.toMatchObject({ code: 'unavailable' });
    server.faults.appends.length = 0;
    const outcomes = await given.open(server.url, { timing }).record(facts);
    expect(outcomes.filter(({ outcome }) => outcome === 'known')).toHaveLength(5);
    expect(idsOf(await all(impatient.readAll()))).toEqual(facts.map(({ id }) => id));
  });

  it('are split where there are more than a server takes at once', async () => {
    const server = await given.start();
    const facts = Array.from({ length: 4_000 }, (_, i) => touch(`t-${i}`, 'p-1'));
    const outcomes = await given.open(server.url).record(facts);
    expect(outcomes.map(({ position }) => BigInt(position))).toEqual(server.events.map(({ position }) => position));
  });

  it('are not confused by what somebody else wrote since their stream was read', async () => {
    const server = await given.start();
    const [log, other] = [given.open(server.url), given.open(server.url)];
    await log.append('member/p-1', [a], 'no-stream');
    await other.append('member/p-1', [b], 0);
    expect((await log.record([a, b, c])).map(({ outcome }) => outcome)).toEqual(['known', 'known', 'written']);
    expect(idsOf(await log.readStream('member/p-1'))).toEqual(['a', 'b', 'c']);
  });
});
