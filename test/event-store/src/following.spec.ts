import { all, followed, idsOf, touch, touches } from '@kithline/log/testing';
import type { Recorded } from '@kithline/log';
import { status } from '@grpc/grpc-js';
import type { EventStoreServer } from './server/index.ts';
import { impatient, onAServer, until } from './testing/logs.ts';

describe('A follower of EventStoreDB', () => {
  const given = onAServer();

  /** Follows in the background, and says what came. */
  function following(log: ReturnType<typeof given.open>, after = 0) {
    const abort = new AbortController();
    const seen: Recorded[] = [];
    const done = (async () => {
      for await (const page of log.follow(after, abort.signal)) seen.push(...page);
    })();
    return { seen, done, leave: () => abort.abort() };
  }

  /** What a subscription suffers while it is live. */
  const ends: readonly (readonly [string, (server: EventStoreServer) => unknown])[] = [
    ['ends in good order', ({ subscriptions }) => subscriptions.forEach((each) => each.end())],
    ['breaks', ({ subscriptions }) => subscriptions.forEach((each) => each.break())],
    ['is cancelled by the server', ({ subscriptions }) => subscriptions.forEach((each) => each.break(status.CANCELLED))],
    ['goes silent while its call stays open', ({ subscriptions }) => subscriptions.forEach((each) => each.goSilent())],
    [
      'goes down with its server, which comes back',
      async (server) => {
        server.stop();
        await server.start();
      },
    ],
  ];

  it.each(ends)('loses nothing and gives nothing twice when its subscription %s', async (what, happen) => {
    const server = await given.start();
    const silence = what.includes('silent') ? 300 : 600_000; // what the server says is heard at once, without the watch
    const log = given.open(server.url, { timing: { ...impatient, silence } });
    await log.record(touches('old', 20));
    const { seen, done, leave } = following(log);
    for (let round = 0; round < 3; round++) {
      await until(() => server.subscriptions.length === 1 && seen.length === server.events.length);
      await happen(server);
      await log.record(touches(`new-${round}`, 10));
    }
    await until(() => seen.length >= 50);
    leave();
    await done;
    expect(seen).toEqual(await all(log.readAll()));
  });

  it('loses nothing and gives nothing twice when every subscription breaks after its first event', async () => {
    const server = await given.start();
    const log = given.open(server.url);
    await log.record(touches('t', 12));
    server.faults.brokenSubscriptions = 9;
    expect(await followed(log, 12)).toEqual(await all(log.readAll()));
    expect(server.faults.brokenSubscriptions).toBe(0);
  });

  it('begins anew after what was handled, not after what was received', async () => {
    const server = await given.start();
    const log = given.open(server.url);
    await log.record(touches('t', 1_300));
    const failing = async () => {
      for await (const page of log.follow(0, new AbortController().signal)) throw new Error(`cannot handle ${page.length}`);
    };
    await expect(failing()).rejects.toThrow(/cannot handle/);
    await until(() => server.subscriptions.length === 0);
    expect(await followed(log, 1_300)).toEqual(await all(log.readAll()));
  });

  it('believes neither an early end of catching up nor an early checkpoint, and drops what is sent twice', async () => {
    const server = await given.start();
    const log = given.open(server.url);
    await log.record(touches('t', 70));
    Object.assign(server.faults, { caughtUpFirst: true, earlyCheckpoints: true, repeats: true, brokenSubscriptions: 5 });
    expect(await followed(log, 70)).toEqual(await all(log.readAll()));
  });

  it('takes its time under a server that ends slow consumers', async () => {
    const server = await given.start();
    const heard: string[] = [];
    const log = given.open(server.url, { heard: ({ message }) => heard.push(message) });
    const writer = given.open(server.url);
    server.faults.liveBuffer = 8;
    const abort = new AbortController();
    const seen: Recorded[] = [];
    const done = (async () => {
      for await (const page of log.follow(0, abort.signal)) {
        seen.push(...page);
        if (seen.length < 300) await new Promise((resolve) => setTimeout(resolve, 20));
        if (seen.length === 3_000) abort.abort();
      }
    })();
    await until(() => server.subscriptions.length === 1);
    for (let i = 0; i < 6; i++) await writer.record(Array.from({ length: 500 }, (_, n) => touch(`t-${i}-${n}`, `p-${i}`)));
    await done;
    expect(heard.join()).toContain('Consumer too slow');
    expect(seen).toEqual(await all(log.readAll()));
  });

  it('leaves its subscription behind on the server in no case', async () => {
    const server = await given.start();
    const log = given.open(server.url);
    await log.record(touches('t', 2_000));
    for await (const page of log.follow(0, new AbortController().signal)) if (page.length > 0) break;
    const { seen, done, leave } = following(log);
    await until(() => seen.length === 2_000);
    leave();
    await done;
    await until(() => server.subscriptions.length === 0);
    expect(server.subscriptions).toEqual([]);
  });

  it('waits for a server that is away at first, says so, and takes ever longer pauses', async () => {
    const server = await given.start();
    server.stop();
    const heard: string[] = [];
    const log = given.open(server.url, { heard: ({ code, message }) => heard.push(`${code}: ${message}`) });
    const { seen, done, leave } = following(log);
    await until(() => heard.length >= 3);
    expect(heard[0]).toMatch(/^unavailable: esdb:\/\/127\.0\.0\.1:\d+ does not answer \(.+\)$/);
    await server.start();
    await log.record(touches('t', 3));
    await until(() => seen.length === 3);
    leave();
    await done;
  });

  it('notices a server that takes subscriptions and never says a word', async () => {
    const server = await given.start();
    const log = given.open(server.url);
    await log.record(touches('t', 5));
    server.faults.silent.add('subscriptions');
    const { seen, done, leave } = following(log);
    await new Promise((resolve) => setTimeout(resolve, 700));
    expect(seen).toEqual([]);
    server.faults.silent.clear();
    await until(() => seen.length === 5);
    leave();
    await done;
  });

  it('outlives a server that answers nothing for longer than anything else waits for it', async () => {
    const server = await given.start();
    const log = given.open(server.url, { timing: { ...impatient, answer: 100, patience: 200, silence: 100 } });
    const writer = given.open(server.url);
    await writer.record(touches('t', 5));
    server.faults.silent.add('reads').add('subscriptions');
    const { seen, done, leave } = following(log);
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    server.faults.silent.clear();
    await until(() => seen.length === 5);
    leave();
    await done;
  });

  it('lets a server pass over what others wrote, however long that takes', async () => {
    const server = await given.start();
    const [others, writer] = ['others', 'kithline'].map((tenant) => given.open(server.url, { tenant }));
    await others!.record(touches('o', 1_600));
    await writer!.record(touches('t', 5));
    server.faults.scanning = 20; // a second in all, far longer than a silence
    const heard: unknown[] = [];
    let signs = 0;
    const timing = { ...impatient, silence: 150 };
    const log = given.open(server.url, { timing, heard: (trouble) => heard.push(trouble), alive: () => signs++ });
    expect(await followed(log, 5)).toEqual(await all(log.readAll()));
    expect([heard, signs > 2]).toEqual([[], true]);
  });

  it('keeps a quiet subscription while nothing is written, however long', async () => {
    const server = await given.start();
    const heard: unknown[] = [];
    const log = given.open(server.url, { heard: (trouble) => heard.push(trouble) });
    await log.record(touches('t', 2));
    const { seen, done, leave } = following(log);
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    expect([seen.length, heard]).toEqual([2, []]);
    leave();
    await done;
  });

  it('ends with an error told by its code when this user may not subscribe', async () => {
    const server = await given.start();
    server.faults.denies = true;
    await expect(all(given.open(server.url).follow(0, new AbortController().signal))).rejects.toMatchObject({ code: 'denied' });
  });

  it('sees its own tenant only', async () => {
    const server = await given.start();
    const [north, south] = [given.open(server.url, { tenant: 'north' }), given.open(server.url, { tenant: 'north2' })];
    await north.record(touches('n', 30));
    await south.record(touches('s', 30));
    await north.record([touch('last', 'p-1')]);
    expect(idsOf(await followed(north, 31))).toEqual([...touches('n', 30).map(({ id }) => id), 'last']);
    expect((await followed(south, 30)).every(({ event }) => event.id.startsWith('s-'))).toBe(true);
  });
});
