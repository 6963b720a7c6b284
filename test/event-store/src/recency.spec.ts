import { idsOf, retold, touch } from '@kithline/log/testing';
import { impatient, onAServer, until } from './testing/logs.ts';

const stream = 'member/p-1';
const event = touch('a', 'p-1');

describe('An append to EventStoreDB a moment after another one', () => {
  const given = onAServer();

  /** A log that is to write something (`wrote`) from when on no moment passes for it, and another one. */
  async function logs() {
    const server = await given.start();
    const [log, other] = [given.open(server.url, { timing: { ...impatient, moment: Infinity } }), given.open(server.url)];
    return { server, log, other, wrote: () => log.append('member/p-0', [touch('z', 'p-0')], 'no-stream') };
  }

  it('reads no stream that is said to be new, neither before nor after', async () => {
    const { server, log, wrote } = await logs();
    await wrote();
    const { reads } = server;
    const appended = await log.append(stream, [event], 'no-stream');
    expect(appended).toEqual({ position: Number(server.events[1]?.position), revision: 0, written: 1 });
    expect(await log.append(stream, [event], 'no-stream')).toEqual({ ...appended, written: 0 });
    expect(server.reads).toBe(reads);
  });

  it.each([false, true])('knows what somebody else wrote before that, though the answer tells no position: %s', async (tellsNone) => {
    const { server, log, other, wrote } = await logs();
    const first = await other.append(stream, [event], 'no-stream');
    await wrote();
    server.faults.namesNoneAgain = tellsNone;
    expect(await log.append(stream, [event], 'no-stream')).toEqual({ ...first, written: 0 });
    expect(server.events).toHaveLength(2);
  });

  it('refuses another body under an id that was there before that, also where a read does not show it at once', async () => {
    const { server, log, other, wrote } = await logs();
    await other.append(stream, [event], 'no-stream');
    await wrote();
    server.faults.laggingReads = 1;
    await expect(log.append(stream, [retold(event)], 'no-stream')).rejects.toMatchObject({ name: 'IdReused' });
    expect((await other.readStream(stream)).map((recorded) => recorded.event)).toEqual([event]);
  });

  it('is at another revision where the stream holds something else', async () => {
    const { log, other, wrote } = await logs();
    await other.append(stream, [event], 'no-stream');
    await wrote();
    await expect(log.append(stream, [touch('b', 'p-1')], 'no-stream')).rejects.toMatchObject({ name: 'RevisionConflict', actual: 0 });
    expect(idsOf(await log.readStream(stream))).toEqual(['a']);
  });

  it('is written once where no answer comes, and that counts as written', async () => {
    const { server, log, wrote } = await logs();
    await wrote();
    server.faults.appends.push('unanswered');
    expect(await log.append(stream, [event], 'no-stream')).toMatchObject({ revision: 0, written: 1 });
    expect(server.events).toHaveLength(2);
  });

  it('refuses another body under an id that somebody wrote to a stream since it was read', async () => {
    const { log, other, wrote } = await logs();
    await log.readStream(stream);
    await other.append(stream, [event], 'no-stream');
    await wrote();
    await expect(log.append(stream, [retold(event)], 'no-stream')).rejects.toMatchObject({ name: 'IdReused' });
  });

  it('refuses another body where somebody else wrote the id while no answer came', async () => {
    const { server, log, other } = await logs();
    server.faults.appends.push('ignored');
    const refused = expect(log.append(stream, [retold(event)], 'no-stream')).rejects.toMatchObject({ name: 'IdReused' });
    await until(() => server.faults.appends.length === 0);
    await other.append(stream, [event], 'no-stream');
    await refused;
  });
});

describe('An append to EventStoreDB when a moment has passed since a stream was read', () => {
  const given = onAServer();
  const append = {
    append: (log: Log, one: Event) => log.append(stream, [one], 'no-stream'),
    record: (log: Log, one: Event) => log.record([one]),
  } as const;
  type Log = ReturnType<typeof given.open>;
  type Event = typeof event;

  it.each(['append', 'record'] as const)('refuses another body under an id that somebody else wrote meanwhile: %s', async (how) => {
    const server = await given.start();
    const [log, other] = [given.open(server.url, { timing: { ...impatient, moment: 0 } }), given.open(server.url)];
    await log.readStream(stream);
    await other.append(stream, [event], 'no-stream');
    await expect(append[how](log, retold(event))).rejects.toMatchObject({ name: 'IdReused' });
    await append[how](log, event);
    expect(server.events).toHaveLength(1);
  });
});
