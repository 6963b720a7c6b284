import { touch } from '@kithline/log/testing';
import { onAServer, until } from './testing/logs.ts';

const stream = 'member/p-1';
/** Two of that stream. */
const pair = (id: string) => [touch(`${id}-1`, 'p-1'), touch(`${id}-2`, 'p-1')];

describe('The position of several events that were appended to EventStoreDB', () => {
  const given = onAServer();

  it('is taken from the answer, once the server was seen to name that of the last', async () => {
    const server = await given.start();
    const log = given.open(server.url);
    expect((await log.append(stream, pair('a'), 'no-stream')).position).toBe(Number(server.events[1]?.position));
    const { reads } = server;
    expect((await log.append(stream, pair('b'), 1)).position).toBe(Number(server.events[3]?.position));
    expect(server.reads).toBe(reads);
  });

  it('is read from a server that names that of the first', async () => {
    const server = await given.start();
    server.faults.namesFirst = true;
    const log = given.open(server.url);
    expect((await log.append(stream, pair('a'), 'no-stream')).position).toBe(Number(server.events[1]?.position));
    expect((await log.append(stream, pair('b'), 1)).position).toBe(Number(server.events[3]?.position));
  });

  it('is read again after an append failed, since another server may answer from then on', async () => {
    const server = await given.start();
    const log = given.open(server.url);
    await log.append(stream, pair('a'), 'no-stream');
    server.faults.namesFirst = true;
    server.faults.appends.push('broken-before');
    expect((await log.append(stream, pair('b'), 1)).position).toBe(Number(server.events[3]?.position));
  });

  it('is read again, too, where what another append was told before that failure is compared only after it', async () => {
    const server = await given.start();
    const told: string[] = [];
    const log = given.open(server.url, { waits: ({ message }) => void told.push(message) });
    for (const each of [stream, 'member/p-2']) await log.append(each, [], 'no-stream'); // read, so that an append is sent at once
    const { reads } = server;
    server.faults.silent.add('reads');
    const comparing = log.append(stream, pair('a'), 'no-stream');
    await until(() => server.reads > reads);
    server.faults.appends.push('broken-before');
    const failing = log.append('member/p-2', [touch('o-1', 'p-2')], 'no-stream');
    await until(() => told.some((message) => message.includes('going down')));
    server.faults.silent.delete('reads');
    await Promise.all([comparing, failing]);
    server.faults.namesFirst = true;
    expect((await log.append(stream, pair('b'), 1)).position).toBe(Number(server.events.at(-1)?.position));
  });

  it.each([false, true])(
    'is right where another process was faster with the same events, and the answer tells none: %s',
    async (tellsNone) => {
      const server = await given.start();
      const [log, other] = [given.open(server.url), given.open(server.url)];
      await log.append(stream, pair('a'), 'no-stream');
      await other.append(stream, pair('b'), 1);
      server.faults.namesNoneAgain = tellsNone;
      expect(await log.append(stream, pair('b'), 1)).toMatchObject({ revision: 3, position: Number(server.events[3]?.position) });
      expect(server.events).toHaveLength(4);
    },
  );

  it('is right of a single event, too, where another process was faster with it and the answer tells none', async () => {
    const server = await given.start();
    const [log, other] = [given.open(server.url), given.open(server.url)];
    await log.append(stream, pair('a'), 'no-stream');
    await other.append(stream, [touch('b-1', 'p-1')], 1);
    server.faults.namesNoneAgain = true;
    expect((await log.append(stream, [touch('b-1', 'p-1')], 1)).position).toBe(Number(server.events[2]?.position));
  });

  it('is waited for where a read does not show yet what was appended, and that is what is told', async () => {
    const server = await given.start();
    const told: string[] = [];
    const log = given.open(server.url, { waits: ({ message }) => void told.push(message) });
    server.faults.laggingReads = 2; // before the append, and after it
    expect((await log.append(stream, pair('a'), 'no-stream')).position).toBe(Number(server.events[1]?.position));
    expect(told).toEqual([expect.stringMatching(/^esdb:.* answers, but does not show yet what was appended to kithline\.member-p-1$/)]);
  });
});
