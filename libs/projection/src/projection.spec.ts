import { CheckpointConflict, InMemoryGraphStore } from '@kithline/graph';
import { InMemoryEventLog } from '@kithline/log';
import type { TouchpointEvent } from '@kithline/touchpoints';
import fc from 'fast-check';
import { rebuiltFingerprint } from './embedded-graph.ts';
import { catchUp } from './follow.ts';
import { answers, inAnyOrder, logOf, runs, storeOf } from './testing/asking.ts';
import { histories, occurrences } from './testing/histories.ts';

const joined: TouchpointEvent = {
  specversion: '1.0',
  id: 'ana',
  source: 'urn:desk',
  type: 'org.kithline.MemberJoined.v1',
  time: '2026-03-01T12:00:00Z',
  subject: 'member/ana',
  data: { personId: 'ana', communityId: 'north' },
};

describe('The projection', () => {
  it('makes of a log in one go what it makes of it event by event', () =>
    fc.assert(
      fc.asyncProperty(histories, async (events) => {
        const log = new InMemoryEventLog();
        const live = new InMemoryGraphStore();
        for (const event of events) {
          await log.record([event]);
          await catchUp(log, live);
        }
        expect(live.fingerprint()).toBe(await rebuiltFingerprint(log, (await log.head()).position));
      }),
      runs,
    ));

  it('changes nothing when an event is delivered or applied twice', () =>
    fc.assert(
      fc.asyncProperty(histories, async (events) => {
        const once = await storeOf(await logOf(events));
        const log = await logOf([...events, ...events]);
        const twice = await storeOf(log);
        const projection = await catchUp(log, twice);
        for await (const page of log.readAll()) await projection.apply(page);
        expect(await answers(twice.graph())).toEqual(await answers(once.graph()));
      }),
      runs,
    ));

  it('gives the same answers for whatever order occurrences arrive in', () =>
    fc.assert(
      fc.asyncProperty(occurrences, fc.infiniteStream(fc.nat()), async (events, keys) => {
        const shuffled = events.map((event) => [keys.next().value as number, event] as const).sort(([a], [b]) => a - b);
        const before = await storeOf(await logOf(events));
        const after = await storeOf(await logOf(shuffled.map(([, event]) => event)));
        expect(inAnyOrder(await answers(after.graph()))).toEqual(inAnyOrder(await answers(before.graph())));
      }),
      runs,
    ));

  it('never changes an answer at K by what comes after K', () =>
    fc.assert(
      fc.asyncProperty(histories, fc.nat(40), async (events, known) => {
        const K = Math.min(known, events.length);
        const naming = { of: () => 'named' as const };
        const then = await storeOf(await logOf(events.slice(0, K)));
        const now = await storeOf(await logOf(events), K);
        expect(await answers(now.graph(naming))).toEqual(await answers(then.graph(naming)));
      }),
      runs,
    ));

  it('undoes a merge exactly when it is reversed', () =>
    fc.assert(
      fc.asyncProperty(occurrences, async (events) => {
        const merge = (type: string, id: string): TouchpointEvent => ({
          specversion: '1.0',
          id,
          source: 'urn:desk',
          type: `org.kithline.${type}.v1`,
          time: '2026-03-01T00:00:00Z',
          subject: 'person/ana',
          data: { survivorId: 'ana', mergedId: 'ben' },
        });
        const apart = await storeOf(await logOf(events));
        const rejoined = await storeOf(await logOf([...events, merge('PersonsMerged', 'm1'), merge('MergeReversed', 'm2')]));
        expect(await answers(rejoined.graph())).toEqual(await answers(apart.graph()));
      }),
      runs,
    ));

  it('does nothing more after an error in the midst of its work, since what is in memory may be ahead of the graph', async () => {
    const [log, store] = [await logOf([]), new InMemoryGraphStore()];
    const projection = await catchUp(log, store);
    await store.apply([], 0, { position: 2, recordedAt: 0, ledger: '' });
    const page = await log.record([joined]).then(() => log.readStream(joined.subject));
    await expect(projection.apply(page)).rejects.toThrow(CheckpointConflict);
    expect(projection.brokeOff).toBe(true);
    await expect(projection.apply(page)).rejects.toThrow('resume');
    await expect(projection.retry()).rejects.toThrow('resume');
  });

  it('stops at a second writer', async () => {
    const store = new InMemoryGraphStore();
    const to = { position: 2, recordedAt: 0, ledger: '' };
    await store.apply([], 0, to);
    await expect(store.apply([], 0, to)).rejects.toThrow(CheckpointConflict);
  });
});
