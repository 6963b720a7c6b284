import { type EventLog, IdReused } from '../event-log.ts';
import { all, idsOf } from './reading.ts';
import { retold, touch, touches } from './touches.ts';

const mixed = [touch('a', 'p-1'), touch('b', 'p-2'), touch('c', 'p-1'), touch('d', 'p-3')];

/** What recording facts of many streams does. */
export function recordsFacts(log: () => EventLog): void {
  it('keeps the order given, over all streams', async () => {
    await log().record(mixed);
    const recorded = await all(log().readAll());
    expect(recorded.map(({ revision, event }) => [event.id, event.subject, revision])).toEqual([
      ['a', 'member/p-1', 0],
      ['b', 'member/p-2', 0],
      ['c', 'member/p-1', 1],
      ['d', 'member/p-3', 0],
    ]);
  });

  it('answers for each fact where it stands and that it was written', async () => {
    const outcomes = await log().record(mixed);
    const recorded = await all(log().readAll());
    expect(outcomes).toEqual(recorded.map(({ position }) => ({ position, outcome: 'written' })));
  });

  it('changes nothing the second time, and tells where each fact stands', async () => {
    const first = await log().record(mixed);
    const before = await all(log().readAll());
    expect(await log().record([...mixed].reverse())).toEqual([...first].reverse().map(({ position }) => ({ position, outcome: 'known' })));
    expect(await all(log().readAll())).toEqual(before);
  });

  it('leaves out what stands further up in the same call', async () => {
    const [a, b] = mixed as [(typeof mixed)[0], (typeof mixed)[0]];
    const outcomes = await log().record([a, b, a, a]);
    expect(outcomes.map(({ outcome }) => outcome)).toEqual(['written', 'written', 'known', 'known']);
    expect([outcomes[2], outcomes[3]].map((known) => known?.position)).toEqual([outcomes[0]?.position, outcomes[0]?.position]);
    expect(idsOf(await all(log().readAll()))).toEqual(['a', 'b']);
  });

  it('goes on with a stream that was appended to, and an append goes on with it', async () => {
    await log().append('member/p-1', [touch('x', 'p-1')], 'no-stream');
    await log().record(mixed);
    expect(await log().append('member/p-1', [touch('y', 'p-1')], 2)).toMatchObject({ revision: 3, written: 1 });
    expect(idsOf(await log().readStream('member/p-1'))).toEqual(['x', 'a', 'c', 'y']);
  });

  it('takes nothing at all', async () => {
    expect(await log().record([])).toEqual([]);
    expect(await log().head()).toMatchObject({ position: 0 });
  });

  it('refuses another body under an id its stream knows, and names it', async () => {
    await log().record(mixed);
    await expect(log().record([touch('e', 'p-1'), retold(mixed[2]!)])).rejects.toThrow(new IdReused('urn:test', 'c', 1));
    await expect(log().record([retold(mixed[0]!)])).rejects.toMatchObject({ source: 'urn:test', id: 'a', index: 0 });
  });

  it('tells ids of two sources apart', async () => {
    const outcomes = await log().record([touch('a', 'p-1'), touch('a', 'p-1', { source: 'urn:other' })]);
    expect(outcomes.map(({ outcome }) => outcome)).toEqual(['written', 'written']);
  });

  it('keeps recordedAt from going back', async () => {
    for (const batch of [touches('x', 3), touches('y', 2), touches('z', 4)]) await log().record(batch);
    const times = (await all(log().readAll())).map(({ recordedAt }) => recordedAt);
    expect(times).toEqual([...times].sort((earlier, later) => earlier - later));
  });
}
