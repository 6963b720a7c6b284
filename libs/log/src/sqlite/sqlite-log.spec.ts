import type { Request } from '../decision.ts';
import { IdReused } from '../event-log.ts';
import { behavesLikeAnEmbeddedEventLog } from '../testing/embedded-event-log.contract.ts';
import { behavesLikeAnEventLog } from '../testing/event-log.contract.ts';
import { handlesCommands } from '../testing/handling.contract.ts';
import { all } from '../testing/reading.ts';
import { touch, touches } from '../testing/touches.ts';
import { verify } from '../verify.ts';
import { openSqliteLog } from './index.ts';
import { inFolder } from './testing/folder.ts';

describe('The event log in SQLite', () => {
  const folder = inFolder();
  const write = (now = Date.now) => openSqliteLog(folder.file('log.sqlite'), { now, mode: 'write' });

  behavesLikeAnEventLog(() => write());
  behavesLikeAnEmbeddedEventLog(() => write());

  describe('handling a command', () => {
    handlesCommands(async () => {
      const log = await write();
      return { log, handle: (request) => log.handle(request) };
    });
  });

  it('takes the time from the clock it is given, and never goes back, closed in between or not', async () => {
    const times = [500.7, 300, 800, 200];
    const clock = () => times.shift() ?? 0;
    let log = await write(clock);
    for (const id of ['a', 'b', 'c']) await log.record([touch(id, 'p-1')]);
    await log.close();
    log = await write(clock);
    await log.record([touch('d', 'p-1')]);
    expect((await all(log.readAll())).map(({ recordedAt }) => recordedAt)).toEqual([500, 500, 800, 800]);
    await log.close();
  });

  it('fails one piece of work alone, whatever it throws, and keeps those before and after it', async () => {
    const log = await write();
    const broken = { stream: 'member/p-1', command: null, context: { commandId: 'c', source: 'urn:test' } } as unknown as Request;
    const works = [log.record([touch('a', 'p-1')]), log.handle(broken), log.record([touch('b', 'p-1')])];
    expect((await Promise.allSettled(works)).map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    await expect(works[1]).rejects.toThrow(TypeError);
    expect((await log.readStream('member/p-1')).map(({ event, revision }) => [event.id, revision])).toEqual([
      ['a', 0],
      ['b', 1],
    ]);
    expect(await verify(log)).toMatchObject({ whole: true });
    await log.close();
  });

  it('goes on where it ended', async () => {
    let log = await write();
    await log.record(touches('x', 30));
    const before = await all(log.readLines());
    await log.close();
    log = await write();
    expect(await all(log.readLines())).toEqual(before);
    expect(await log.record([...touches('x', 30), touch('y', 'p-1')])).toHaveLength(31);
    expect((await log.readStream('member/p-1')).map(({ revision }) => revision)).toEqual([0, 1, 2, 3, 4, 5]);
    expect(await log.head()).toMatchObject({ position: 31 });
    await log.close();
  });

  it('tells who hears of it what was written, nothing of what was known before or refused', async () => {
    const log = await write(() => 5);
    await log.record([touch('before', 'p-1')]);
    const heard: unknown[] = [];
    log.hear((rows) => heard.push(rows));
    const first = log.record([touch('first', 'p-1')]);
    const refused = log.record([touch('undone', 'p-1'), touch('before', 'p-2')]);
    const written = log.record([touch('before', 'p-1'), touch('a', 'p-1'), touch('b', 'p-1')]);
    await Promise.all([first, expect(refused).rejects.toThrow(IdReused), written]);
    await log.record([touch('c', 'p-1')]);
    const rows = (await all(log.readAll(1))).map(({ position, recordedAt, line }) => [position, recordedAt, line]);
    expect(heard).toEqual([rows.slice(0, 3), rows.slice(3)]);
    await log.close();
  });

  it('gives a page at once to who wants no promise', async () => {
    const log = await write();
    await log.record(touches('x', 30));
    expect(log.readPage(10, 20)).toEqual((await all(log.readAll())).slice(10, 20));
    expect(log.readPage(30)).toEqual([]);
    await log.close();
  });
});
