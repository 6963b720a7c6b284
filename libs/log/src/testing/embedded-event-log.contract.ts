import { encodeLine } from '@kithline/touchpoints';
import * as crypto from 'node:crypto';
import { type EventLog, IdReused } from '../event-log.ts';
import type { Open } from './event-log.contract.ts';
import { verify } from '../verify.ts';
import { all, contentsOf, idsOf } from './reading.ts';
import { retold, touch, touches } from './touches.ts';

const sha256 = (previous: Buffer, line: string): Buffer => crypto.createHash('sha256').update(previous).update(line, 'utf8').digest();

/** What the embedded logs promise beyond `behavesLikeAnEventLog`: no gaps, one transaction for all that is recorded together, and hashes. */
export function behavesLikeAnEmbeddedEventLog(open: Open): void {
  describe('as an embedded one', () => {
    let log: EventLog;
    beforeEach(async () => {
      log = await open();
    });
    afterEach(() => log.close());

    it('numbers events from 1 without a gap, refusals and repetitions between them or not', async () => {
      await log.record(touches('x', 10));
      await expect(log.record([touch('new', 'p-1'), retold(touches('x', 1)[0]!)])).rejects.toThrow(IdReused);
      await log.record([...touches('x', 5), touch('y', 'p-1'), ...touches('x', 3), touch('z', 'p-1')]);
      expect((await all(log.readAll())).map(({ position }) => position)).toEqual(Array.from({ length: 12 }, (_, i) => i + 1));
    });

    it('records all or nothing of what is given together', async () => {
      await log.record(touches('x', 10));
      const before = await contentsOf(log);
      await expect(log.record([...touches('y', 10), retold(touches('x', 4)[3]!), ...touches('z', 10)])).rejects.toMatchObject({
        id: 'x-3',
        index: 10,
      });
      expect(await contentsOf(log)).toEqual(before);
      expect(await log.record(touches('y', 10))).toEqual(Array.from({ length: 10 }, (_, i) => ({ position: 11 + i, outcome: 'written' })));
    });

    it('refuses an id another stream has', async () => {
      await log.record([touch('a', 'p-1')]);
      await expect(log.record([touch('b', 'p-3'), touch('a', 'p-2')])).rejects.toThrow(new IdReused('urn:test', 'a', 1));
      await expect(log.append('member/p-2', [touch('a', 'p-2')], 'no-stream')).rejects.toThrow(new IdReused('urn:test', 'a', 0));
      expect(await log.head()).toMatchObject({ position: 1 });
    });

    it('has no id twice', async () => {
      await log.record(touches('x', 10));
      expect(await log.reused(await log.readStream('member/p-1'), 0)).toEqual(new Map());
    });

    it('chains each event to all before it', async () => {
      const events = [...touches('x', 50), touch('é 😀', 'p-1')];
      await log.record(events.slice(0, 20));
      await log.append('member/p-8', [touch('between', 'p-8')], 'no-stream');
      await log.record(events.slice(20));
      const told = [...events.slice(0, 20), touch('between', 'p-8'), ...events.slice(20)];
      let hash: Buffer = Buffer.alloc(32);
      const expected = told.map((event) => (hash = sha256(hash, encodeLine(event))).toString('hex'));
      expect((await all(log.readLines())).map((stored) => stored.hash)).toEqual(expected);
      expect((await log.head()).hash).toBe(expected.at(-1));
    });

    it('has 32 zero bytes for the hash of nothing, and none for an event that is not there', async () => {
      expect(await log.head()).toEqual({ position: 0, recordedAt: null, hash: '0'.repeat(64) });
      expect([await log.hashAt(0), await log.hashAt(1)]).toEqual(['0'.repeat(64), null]);
    });

    it('does not let a refusal into the chain', async () => {
      await log.record(touches('x', 3));
      await expect(log.record([touch('new', 'p-1'), retold(touches('x', 1)[0]!)])).rejects.toThrow(IdReused);
      await log.record([touch('y', 'p-1')]);
      const [, , third, fourth] = await all(log.readLines());
      expect(fourth!.hash).toBe(sha256(Buffer.from(third!.hash!, 'hex'), encodeLine(touch('y', 'p-1'))).toString('hex'));
    });

    it('writes what is asked at once in the order asked', async () => {
      const asked = touches('x', 40).map((event, i) =>
        i % 2 ? log.record([event]) : log.append(`member/p-${i}`, [touch(`a-${i}`, `p-${i}`)], 'no-stream'),
      );
      await Promise.all(asked);
      const ids = idsOf(await all(log.readAll()));
      expect(ids).toEqual(touches('x', 40).map(({ id }, i) => (i % 2 ? id : `a-${i}`)));
    });

    it('lets those stand that were asked at once with one that is refused', async () => {
      await log.record([touch('known', 'p-0')]);
      const outcomes = await Promise.allSettled([
        log.append('member/p-1', [touch('a', 'p-1')], 'no-stream'),
        log.append('member/p-0', [touch('b', 'p-0')], 'no-stream'),
        log.record([touch('c', 'p-2'), retold(touch('known', 'p-0'))]),
        log.append('member/p-3', [touch('d', 'p-3')], 'no-stream'),
      ]);
      expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected', 'fulfilled']);
      expect(idsOf(await all(log.readAll()))).toEqual(['known', 'a', 'd']);
      expect(await verify(log)).toMatchObject({ whole: true });
    });
  });
}
