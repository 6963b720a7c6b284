import { InMemoryGraphStore } from '@kithline/graph';
import type { InMemoryEventLog } from '@kithline/log';
import { storedId, type TouchpointEvent } from '@kithline/touchpoints';
import fc from 'fast-check';
import { catchUp } from './follow.ts';
import { NotParked, TooManyParked } from './parking.ts';
import { project } from './project.ts';
import { Projection, type ProjectionOptions } from './projection.ts';
import { answers, inAnyOrder, logOf, runs, storeOf } from './testing/asking.ts';
import { histories } from './testing/histories.ts';

const joined = (person: string, id = person): TouchpointEvent => ({
  specversion: '1.0',
  id,
  source: 'urn:desk',
  type: 'org.kithline.MemberJoined.v1',
  time: '2026-03-01T12:00:00Z',
  subject: `member/${person}`,
  data: { personId: person, communityId: 'north' },
});
const correction = (id: string, target: TouchpointEvent, kind: string): TouchpointEvent => ({
  ...target,
  id,
  type: 'org.kithline.EventCorrected.v1',
  data: { target: storedId(target.source, target.id), reason: 'mistake', patch: { data: { communityId: kind } } },
});

/** A version of this program that cannot make anything of the events at some positions. */
const unable = (positions: readonly number[]): ProjectionOptions => ({
  project: (event, ...rest) => {
    if (positions.includes(event.recorded.position)) throw new Error('cannot be read yet');
    return project(event, ...rest);
  },
});

describe('An event that cannot be applied', () => {
  // given: ana at 1 and 3, ben at 2 and 4; when: 1 cannot be applied
  const events = [joined('ana'), joined('ben'), joined('ana', 'ana-again'), joined('ben', 'ben-again')];
  let log: InMemoryEventLog;
  let store: InMemoryGraphStore;
  const resume = (options?: ProjectionOptions): Promise<Projection> => Projection.resume(log, store, options);
  beforeEach(async () => {
    log = await logOf(events);
    store = new InMemoryGraphStore();
    await catchUp(log, store, undefined, unable([1]));
  });
  const inGraph = (): number[] => Array.from(store.journal.position.subarray(0, store.journal.rows));

  it('stops the line for its subject only', async () => {
    expect((await resume()).parked).toMatchObject([
      { position: 1, subject: 'member/ana', error: 'cannot be read yet', attempts: 1 },
      { position: 3, subject: 'member/ana', attempts: 0 },
    ]);
    expect(inGraph()).toEqual([2, 4]);
  });

  it('is applied when it is tried again and can be, and what waits behind it follows in order', async () => {
    expect(await (await resume()).retry([1])).toEqual({ left: [1, 3], parked: [] });
    expect(inGraph()).toEqual([1, 2, 3, 4]);
    expect(store.fingerprint()).toBe((await storeOf(log)).fingerprint());
    expect((await resume()).parked).toEqual([]);
  });

  it('stays parked with its new error when it fails again, and so does what waits', async () => {
    expect(await (await resume(unable([1]))).retry()).toMatchObject({
      left: [],
      parked: [
        { position: 1, attempts: 2 },
        { position: 3, attempts: 0 },
      ],
    });
    expect(await (await resume(unable([3]))).retry()).toMatchObject({ left: [1], parked: [{ position: 3, attempts: 1 }] });
    expect(inGraph()).toEqual([1, 2, 4]);
  });

  it('is tried with its line when one that waits behind it is named, and others are left alone', async () => {
    await log.record([joined('cat')]);
    await catchUp(log, store, undefined, unable([5]));
    expect(await (await resume()).retry([3])).toMatchObject({ left: [1, 3], parked: [{ position: 5 }] });
  });

  it('is left out for good when it is skipped, and what waits behind it goes on', async () => {
    const projection = await resume();
    expect(await projection.skip(1, 'a test of the desk')).toEqual({ left: [1, 3], parked: [] });
    expect(inGraph()).toEqual([2, 3, 4]);
    expect((await resume()).skipped).toEqual([{ position: 1, subject: 'member/ana', reason: 'a test of the desk' }]);
  });

  it('is left out of a graph that is built anew with the same skips', async () => {
    const { skipped } = await resume().then(async (projection) => {
      await projection.skip(1, 'a test of the desk');
      return projection;
    });
    const anew = new InMemoryGraphStore();
    expect((await catchUp(log, anew, undefined, { skipped })).skipped).toEqual(skipped);
    expect(anew.fingerprint()).toBe(store.fingerprint());
  });

  it('may be skipped while it waits; the line stays as it was', async () => {
    expect(await (await resume()).skip(3, 'twice the same')).toMatchObject({ left: [3], parked: [{ position: 1 }] });
  });

  it('is not to be found where nothing is parked', async () => {
    await expect((await resume()).retry([2])).rejects.toThrow(new NotParked('nothing is parked at position 2'));
    await expect((await resume()).skip(9, 'x')).rejects.toThrow(NotParked);
  });

  it('is one too many when so much is parked that the projection must be wrong', async () => {
    const anew = new InMemoryGraphStore();
    const failing = { ...unable([1, 2, 3, 4]), mostParked: 3 };
    await expect(catchUp(log, anew, undefined, failing)).rejects.toThrow(TooManyParked);
    expect((await anew.checkpoint()).position).toBe(0);
  });
});

describe('A correction that makes no valid event', () => {
  const told = joined('ana');
  const nonsense = correction('nonsense', told, 'no/community');

  it('is mended by what annuls it, without anybody doing anything', async () => {
    const annulled = { ...correction('annulled', nonsense, ''), type: 'org.kithline.EventAnnulled.v1' };
    const annulment = { ...annulled, data: { target: annulled.data['target'], reason: 'mistake' } };
    const log = await logOf([told, nonsense, joined('ana', 'again'), annulment]);
    const store = new InMemoryGraphStore();
    expect((await catchUp(log, store)).parked).toEqual([]);
    expect(store.journal.rows).toBe(3 - 1);
  });

  it('amends nothing any more once it is skipped', async () => {
    const log = await logOf([told, nonsense, correction('right', told, 'south')]);
    const store = new InMemoryGraphStore();
    const projection = await catchUp(log, store);
    expect(projection.parked).toMatchObject([{ position: 2 }, { position: 3 }]);
    expect(await projection.skip(2, 'nonsense')).toEqual({ left: [2, 3], parked: [] });
    expect(await store.graph().communities(Date.UTC(2026, 5, 1))).toMatchObject([{ id: 'south' }]);
  });

  it('brings back nothing that was skipped, when it is right', async () => {
    const log = await logOf([told]);
    const store = new InMemoryGraphStore();
    await (await catchUp(log, store, undefined, unable([1]))).skip(1, 'never was');
    await log.record([correction('right', told, 'south')]);
    await catchUp(log, store);
    expect(store.journal.rows).toBe(0);
  });
});

describe('What is parked', () => {
  it('leaves no trace once it is tried again and can be applied', () =>
    fc.assert(
      fc.asyncProperty(histories, fc.array(fc.integer({ min: 1, max: 40 })), fc.boolean(), async (events, positions, oneByOne) => {
        const log = await logOf(events);
        const store = new InMemoryGraphStore();
        await catchUp(log, store, undefined, unable(positions));
        const projection = await Projection.resume(log, store);
        if (oneByOne) while (projection.parked[0]) await projection.retry([projection.parked.at(-1)!.position]);
        else await projection.retry();
        expect(projection.parked).toEqual([]);
        const never = await storeOf(log);
        expect(store.fingerprint()).toBe(never.fingerprint());
        expect(inAnyOrder(await answers(store.graph()))).toEqual(inAnyOrder(await answers(never.graph())));
      }),
      runs,
    ));
});
