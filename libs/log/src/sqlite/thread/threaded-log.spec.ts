import { writeFileSync } from 'node:fs';
import { setImmediate as turn } from 'node:timers/promises';
import type { Worker } from 'node:worker_threads';
import type { Request } from '../../decision.ts';
import { IdReused, type Recorded, RevisionConflict } from '../../event-log.ts';
import { behavesLikeAnEmbeddedEventLog } from '../../testing/embedded-event-log.contract.ts';
import { behavesLikeAnEventLog } from '../../testing/event-log.contract.ts';
import { handlesCommands } from '../../testing/handling.contract.ts';
import { all, followed, idsOf } from '../../testing/reading.ts';
import { retold, touch, touches } from '../../testing/touches.ts';
import { verify } from '../../verify.ts';
import { openSqliteLog, openThreadedLog } from '../index.ts';
import { inFolder } from '../testing/folder.ts';
import { startThread, ThreadedLog } from './threaded-log.ts';

describe('The event log in SQLite that a thread writes', () => {
  const folder = inFolder();
  const path = () => folder.file('log.sqlite');
  const open = () => openThreadedLog(path());

  behavesLikeAnEventLog(open);
  behavesLikeAnEmbeddedEventLog(open);

  describe('handling a command', () => {
    handlesCommands(async () => {
      const log = await open();
      return { log, handle: (request) => log.handle(request) };
    });
  });

  it('is written by nobody else, and by the next one once it is closed', async () => {
    const log = await open();
    await expect(open()).rejects.toMatchObject({ name: 'LogUnavailable', code: 'locked' });
    await log.close();
    await (await open()).close();
  });

  it('is refused where another file is', async () => {
    writeFileSync(path(), 'a letter, as long as a page of a log is, or nearly so. '.repeat(100));
    await expect(open()).rejects.toMatchObject({ name: 'LogUnavailable', code: 'not-a-log', path: path() });
  });

  it.each([
    ['fails', (thread: Worker) => thread.emit('error', new Error('out of memory')), 'out of memory'],
    ['ends', (thread: Worker) => thread.emit('exit', 0), 'nobody told it to'],
  ])('refuses what waits and what comes when its thread %s, and throws, which nobody is there to catch', async (_, end, why) => {
    const thread = startThread(path());
    const log = await ThreadedLog.open(path(), thread);
    const asked = log.record([touch('a', 'p-1')]);
    expect(() => end(thread)).toThrow(why);
    const refusal = { name: 'LogUnavailable', code: 'failed', message: `the thread that writes ${path()} has ended: ${why}` };
    await expect(asked).rejects.toMatchObject(refusal);
    await expect(log.record([touch('b', 'p-1')])).rejects.toMatchObject(refusal);
    await log.close();
    await thread.terminate();
  });

  describe('once it is open', () => {
    let log: ThreadedLog;
    beforeEach(async () => {
      log = await open();
    });
    afterEach(() => log.close());

    const joining = (personId: string, more: Partial<Request> = {}): Request => ({
      stream: `member/${personId}`,
      command: { type: 'JoinCommunity', at: '2026-03-02T10:00:00Z', data: { personId, communityId: 'c-1' } },
      context: { commandId: `join-${personId}`, source: 'urn:test:door' },
      ...more,
    });

    it('decides commands in the thread, many at once', async () => {
      const people = Array.from({ length: 100 }, (_, i) => `p-${i}`);
      const handled = await Promise.all(people.map((personId) => log.handle(joining(personId))));
      expect(new Set(handled.map(({ position }) => position)).size).toBe(100);
      expect(handled.map(({ revision, events }) => [revision, events.length])).toEqual(people.map(() => [0, 1]));
      expect(await log.byId(handled[7]!.events[0]!.id)).toMatchObject({ position: handled[7]!.position });
      expect(await verify(log)).toMatchObject({ whole: true });
    });

    it('refuses a command as whoever decides it here would', async () => {
      const leave = { type: 'LeaveCommunity', at: '2026-03-02T10:00:00Z', data: { personId: 'p-1', communityId: 'c-1' } };
      await expect(log.handle(joining('p-1', { command: leave }))).rejects.toMatchObject({ name: 'RuleBroken', code: expect.any(String) });
      await expect(log.handle(joining('p-1', { expected: 3 }))).rejects.toThrow(new RevisionConflict('member/p-1', 3, 'no-stream'));
      expect(await log.head()).toMatchObject({ position: 0 });
    });

    it('is followed from what is in the file to what comes, by each as far as they are', async () => {
      await log.record(touches('old', 500));
      const early = followed(log, 1_300);
      await log.record(touches('new', 700));
      const late = followed(log, 150, 1_150);
      for (let i = 0; i < 100; i++) void log.record([touch(`one-${i}`, 'p-1')]);
      expect((await early).map(({ position }) => position)).toEqual(Array.from({ length: 1_300 }, (_, i) => i + 1));
      const said = ({ position, revision, line }: Recorded) => ({ position, revision, line });
      expect((await late).map(said)).toEqual((await all(log.readAll(1_150))).map(said));
    });

    it('is read as soon as a write is answered', async () => {
      for (let i = 0; i < 50; i++) {
        await log.record([touch(`x-${i}`, 'p-1')]);
        expect(await log.readStream('member/p-1')).toHaveLength(i + 1);
      }
    });

    it('answers everything that was asked before it was closed, and nothing after', async () => {
      const asked = [...touches('x', 40).map((event) => log.record([event])), log.record([retold(touches('x', 1)[0]!)])];
      const outcomes = Promise.allSettled(asked);
      await log.close();
      expect((await outcomes).map(({ status }) => status)).toEqual([...touches('x', 40).map(() => 'fulfilled'), 'rejected']);
      await expect(log.record([touch('late', 'p-1')])).rejects.toThrow(`${path()} was closed`);
      await expect(asked.at(-1)).rejects.toThrow(IdReused);
      const reopened = await openSqliteLog(path(), { mode: 'read', now: () => 0 });
      expect(idsOf(await all(reopened.readAll()))).toEqual(touches('x', 40).map(({ id }) => id));
      await reopened.close();
    });

    it('keeps this thread from nothing while it writes', async () => {
      const writing = log.record(touches('many', 20_000));
      let turns = 0;
      let isDone = false;
      void writing.then(() => (isDone = true));
      while (!isDone) turns += Number(await turn(1));
      expect(turns).toBeGreaterThan(20);
      expect(await writing).toHaveLength(20_000);
    });
  });
});
