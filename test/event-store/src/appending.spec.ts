import { idsOf, touch } from '@kithline/log/testing';
import type { AppendFault } from './server/index.ts';
import { onAServer, until } from './testing/logs.ts';

const stream = 'member/p-1';
const [a, b, c] = ['a', 'b', 'c'].map((id) => touch(id, 'p-1')) as [Touch, Touch, Touch];
type Touch = ReturnType<typeof touch>;

/** What a server can do with an append besides doing it. */
const faults: readonly (readonly [AppendFault, string])[] = [
  ['ignored', 'does not get to the server'],
  ['unanswered', 'is written and never answered'],
  ['late', 'is written and answered too late'],
  ['late-write', 'is written when nobody waits for it any more'],
  ['broken-before', 'breaks before it is written'],
  ['broken-after', 'breaks after it was written'],
  ['ended', 'is written, and its call ended in good order without an answer'],
  ['busy', 'is put off by a busy server'],
];

describe('An append to EventStoreDB', () => {
  const given = onAServer();

  it.each(faults)('is there once when it (%s) %s', async (fault) => {
    const server = await given.start();
    server.faults.lateness = 1_500; // later than the answer is waited for
    const log = given.open(server.url);
    await log.append(stream, [a], 'no-stream');
    server.faults.appends.push(fault);
    expect(await log.append(stream, [b, c], 0)).toMatchObject({ revision: 2, written: 2 });
    expect(server.faults.appends).toEqual([]);
    expect(idsOf(await log.readStream(stream))).toEqual(['a', 'b', 'c']);
    expect(await log.append(stream, [touch('d', 'p-1')], 2)).toMatchObject({ revision: 3, written: 1 });
    expect(server.events.map(({ id }) => id)).toEqual([...new Set(server.events.map(({ id }) => id))]);
  });

  it.each(faults)('is a conflict, or written, but never both, when (%s) it %s and somebody else writes', async (fault) => {
    const server = await given.start();
    server.faults.lateness = 1_500;
    const [log, other] = [given.open(server.url), given.open(server.url)];
    server.faults.appends.push(fault);
    const [first, second] = await Promise.allSettled([log.append(stream, [a], 'no-stream'), other.append(stream, [b], 'no-stream')]);
    expect([first.status, second.status].sort()).toEqual(['fulfilled', 'rejected']);
    const refused = first.status === 'rejected' ? first : second;
    expect(refused).toMatchObject({ reason: { name: 'RevisionConflict', expected: 'no-stream', actual: 0 } });
    expect(idsOf(await log.readStream(stream))).toEqual([first.status === 'fulfilled' ? 'a' : 'b']);
  });

  it('is settled with all others that were under way when the connection breaks', async () => {
    const server = await given.start();
    const log = given.open(server.url);
    server.faults.appends.push('late', 'late', 'broken-after', 'late', 'broken-before', 'ended', 'ignored', 'unanswered');
    const outcomes = await Promise.all(
      Array.from({ length: 60 }, (_, i) => log.append(`member/p-${i}`, [touch(`t-${i}`, `p-${i}`)], 'no-stream')),
    );
    expect(outcomes.every(({ revision, written }) => revision === 0 && written === 1)).toBe(true);
    expect(server.events).toHaveLength(60);
  });

  it('rejects no promise that nobody holds when a server goes away that has read nothing of many', async () => {
    const server = await given.start();
    const log = given.open(server.url);
    server.faults.deaf = true;
    const long = { ...a.data, kind: 'x'.repeat(100_000) }; // a connection takes a few of them before anybody reads
    const appending = Promise.all(
      Array.from({ length: 200 }, (_, i) => log.append(`member/p-${i}`, [touch(`t-${i}`, `p-${i}`, { data: long })], 'no-stream')),
    );
    await new Promise((resolve) => setTimeout(resolve, 300));
    server.stop();
    server.faults.deaf = false;
    await server.start();
    server.faults.appends.push(...Array.from({ length: 10 }, (): AppendFault => 'broken-before'));
    expect(await appending).toHaveLength(200); // and Jest fails a test in which nobody held a promise that was rejected
    expect(server.events).toHaveLength(200);
  });

  it('is sent though many are not answered yet, but not however many', async () => {
    const server = await given.start();
    const log = given.open(server.url);
    server.faults.lateness = 900;
    server.faults.appends.push(...Array.from({ length: 100 }, (): AppendFault => 'late'));
    const appending = Promise.all(
      Array.from({ length: 100 }, (_, i) => log.append(`member/p-${i}`, [touch(`t-${i}`, `p-${i}`)], 'no-stream')),
    );
    await until(() => server.events.length >= 64);
    expect(server.events).toHaveLength(64);
    expect(await appending).toHaveLength(100);
  });

  it('waits for a server that is being restarted', async () => {
    const server = await given.start();
    const log = given.open(server.url);
    await log.append(stream, [a], 'no-stream');
    server.stop();
    const appending = log.append(stream, [b], 0);
    await new Promise((resolve) => setTimeout(resolve, 200));
    await server.start();
    expect(await appending).toMatchObject({ revision: 1, written: 1 });
  });

  it('is not kept for ever by a server that did not answer its first question', async () => {
    const server = await given.start();
    server.faults.silent.add('features');
    const log = given.open(server.url);
    const appending = log.append(stream, [a], 'no-stream');
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    server.faults.silent.delete('features');
    expect(await appending).toMatchObject({ revision: 0, written: 1 });
    expect(server.events).toHaveLength(1);
  });

  it('is unavailable, by its code, once patience is at an end, and says that the outcome is unknown', async () => {
    const server = await given.start();
    const log = given.open(server.url, { timing: { answer: 100, patience: 300, pause: 10 } });
    server.faults.appends.push(...Array.from({ length: 20 }, (): AppendFault => 'ignored'));
    await expect(log.append(stream, [a], 'no-stream')).rejects.toMatchObject({
      name: 'LogUnavailable',
      code: 'unavailable',
      path: `esdb://127.0.0.1:${server.port}`,
      message: expect.stringMatching(/does not answer .* kithline\.member-p-1 was written is unknown: repeat it with the same ids/),
    });
  });

  it('hints at the clocks where the server takes every append for too late, and still answers reads', async () => {
    const server = await given.start();
    server.faults.clock = 12_000;
    const log = given.open(server.url, { timing: { answer: 10_000, patience: 300, pause: 10 } });
    await expect(log.append(stream, [a], 'no-stream')).rejects.toMatchObject({
      code: 'unavailable',
      message: expect.stringMatching(
        /takes appends for too late though it answers reads: see whether its clock and that of this machine differ/,
      ),
    });
    expect(server.events).toEqual([]);
    server.faults.clock = 9_000;
    expect(await log.append(stream, [a], 'no-stream')).toMatchObject({ written: 1 });
  });

  it('is told by its code when it is too large, and nothing of it is written', async () => {
    const server = await given.start({ maxAppendSize: 2_000 });
    const log = given.open(server.url);
    const large = Array.from({ length: 20 }, (_, i) => touch(`t-${i}`, 'p-1'));
    await expect(log.append(stream, large, 'no-stream')).rejects.toMatchObject({
      code: 'too-large',
      message: expect.stringContaining('takes at most 2000 bytes at once'),
    });
    expect(server.events).toEqual([]);
  });

  it('is told by its code when this user may not do it', async () => {
    const server = await given.start();
    const log = given.open(server.url);
    server.faults.appends.push('denied');
    await expect(log.append(stream, [a], 'no-stream')).rejects.toMatchObject({ code: 'denied' });
  });

  it('fails at once where the stream was deleted for ever', async () => {
    const server = await given.start();
    server.store.tombstone('kithline.member-p-1');
    await expect(given.open(server.url).append(stream, [a], 'no-stream')).rejects.toMatchObject({ code: 'failed' });
  });

  it('refuses what JSON cannot hold before anything is sent', async () => {
    const server = await given.start();
    const log = given.open(server.url);
    const odd = { ...a, data: { ...a.data, kind: 7n } } as unknown as Touch;
    await expect(log.append(stream, [odd], 'no-stream')).rejects.toThrow(TypeError);
    expect(server.events).toEqual([]);
    expect(await log.append(stream, [a], 'no-stream')).toMatchObject({ written: 1 });
  });

  it('is refused while this process appends to another server', async () => {
    const [one, two] = [await given.start(), await given.start()];
    await given.open(one.url).append(stream, [a], 'no-stream');
    await expect(given.open(two.url).append(stream, [a], 'no-stream')).rejects.toThrow(/one process appends to one EventStoreDB/);
    expect(two.events).toEqual([]);
  });

  it('keeps each event as JSON under its stored id, with what its causes are', async () => {
    const server = await given.start();
    const stored = { ...touch('a', 'b-1'), subject: 'consent-basis/b-1', correlationid: 'k-1', causationid: 'k-0' };
    await given.open(server.url, { tenant: 'north' }).append('consent-basis/b-1', [stored], 'no-stream');
    const [{ stream: name, type, contentType, data, metadata }] = server.events as [(typeof server.events)[0]];
    expect([name, type, contentType]).toEqual(['north.consentbasis-b-1', 'TouchpointRecorded', 'application/json']);
    expect(JSON.parse(Buffer.from(data).toString())).toEqual(stored);
    expect(JSON.parse(Buffer.from(metadata).toString())).toEqual({ $correlationId: 'k-1', $causationId: 'k-0' });
  });
});
