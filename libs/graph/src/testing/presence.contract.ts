import { covered, type Draft, on } from './drafts.ts';
import * as fact from './facts.ts';
import type { Stage } from './stage.ts';

const { joined, made, merged } = fact;
const founded = (community: string, timeZone: string, day: number): Draft => ({
  type: 'CommunityFounded',
  at: on(day),
  community,
  timeZone,
});

/** Who and what is known at all, and how far back. */
export function knowsWhoIsThere(stage: Stage): void {
  const knows = async (facts: readonly Draft[], person: string, validAt = on(50), naming?: 'own') =>
    (await stage(facts, naming)).knows(person, validAt);

  it('knows the communities that are named by V, by id, with the time zone of the last founding by then', async () => {
    const facts = [
      joined('ana', on(3)),
      founded('south', 'Europe/Vienna', 5),
      founded('south', 'Europe/Paris', 8),
      founded('élan', 'UTC', 1),
    ];
    const graph = await stage(facts);
    expect(await graph.communities(on(0))).toEqual([]);
    expect(await graph.communities(on(3))).toEqual([
      { id: 'north', timeZone: null },
      { id: 'élan', timeZone: 'UTC' },
    ]);
    expect(await graph.communities(on(7))).toContainEqual({ id: 'south', timeZone: 'Europe/Vienna' });
    expect((await graph.communities(on(8))).map(({ id, timeZone }) => `${id} ${timeZone}`)).toEqual([
      'north null',
      'south Europe/Paris',
      'élan UTC',
    ]);
  });

  it('spans from the first to the last occurrence by V, and nothing that is only about what is known', async () => {
    const graph = await stage(covered(joined('bea', on(9)), joined('ana', on(3)), merged('ana', 'bea', on(99))));
    expect(await graph.span(on(3) - 1)).toBeNull();
    expect(await graph.span(on(8))).toEqual({ from: on(3), to: on(3) });
    expect(await graph.span(on(50))).toEqual({ from: on(3), to: on(9) });
  });

  it('has nothing to tell when nothing happened', async () => {
    const graph = await stage([]);
    expect([graph.position, graph.recordedAt, await graph.span(on(9)), await graph.communities(on(9))]).toEqual([0, null, null, []]);
    expect(await graph.knows('ana', on(9))).toBe(false);
  });

  it('knows nobody by what somebody erased once said of them', async () => {
    const introduction = [fact.introduced('i', 'zoe', 'xia', on(1)), fact.erased('zoe', on(2))];
    const facts = [...introduction, fact.erased('xia', on(5)), fact.granted('xia', on(10))];
    expect([await knows(facts, 'xia', on(3)), await knows(facts, 'xia', on(10))]).toEqual([false, true]);
  });

  it('knows nobody by whom they introduced or referred before those were erased', async () => {
    const facts = [
      fact.introduced('i', 'ben', 'zoe', on(1)),
      fact.made('r', 'yan', on(1), { referrer: 'cat' }),
      fact.erased('zoe', on(2)),
      fact.erased('yan', on(2)),
      joined('ben', on(10), { introduction: 'i' }), // one by which he did not come
      joined('cat', on(10)),
    ];
    for (const person of ['ben', 'cat'])
      expect([await knows(facts, person, on(9), 'own'), await knows(facts, person, on(10), 'own')]).toEqual([false, true]);
  });

  it('knows everybody an event by V names, in whichever role', async () => {
    const facts = [
      fact.introduced('i', 'ida', 'ned', on(1)),
      made('r', 'cleo', on(1), { referrer: 'rex' }),
      fact.reassigned('ned', 'nia', on(1)),
    ];
    for (const person of ['ida', 'ned', 'cleo', 'rex', 'xia', 'nia']) {
      expect([person, await knows(facts, person), await knows(facts, person, on(1) - 1)]).toEqual([person, true, false]);
    }
    expect(await knows(facts, 'nobody')).toBe(false);
  });

  it('knows a merged person under all of their ids, as soon as it knows one', async () =>
    expect(await knows([joined('ana', on(1)), merged('ana', 'anna', on(99))], 'anna')).toBe(true));

  it('does not know who was erased, under none of their ids and for no V', async () => {
    const erased = [joined('ana', on(1)), merged('ana', 'anna', on(2)), fact.erased('anna', on(99))];
    expect([await knows(erased, 'ana', on(50), 'own'), await knows(erased, 'anna', on(50), 'own')]).toEqual([false, false]);
  });

  it('does not know who was erased, whatever a naming says that is not its own', async () =>
    expect(await knows([joined('ana', on(1)), fact.erased('ana', on(9))], 'ana')).toBe(false));
}
