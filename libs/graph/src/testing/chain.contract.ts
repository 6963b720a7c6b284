import type { Naming } from '../naming.ts';
import { clique, fourfold } from './dense.ts';
import { allBut, type Draft, everybody, on } from './drafts.ts';
import * as fact from './facts.ts';
import { readingGroup } from './reading-group.ts';
import type { Stage } from './stage.ts';

const { answered, erased, introduced, joined, merged, reassigned } = fact;

/** METRICS C20: how somebody came to the community. */
export function followsChains(stage: Stage): void {
  const ask = async (facts: readonly Draft[], person: string, validAt = on(50), naming: Naming | 'own' = everybody) =>
    (await stage(facts, naming)).chain({ validAt, person });
  const chainOf = async (...args: Parameters<typeof ask>) => {
    const { links, cycle, cut } = await ask(...args);
    return { way: links.map((link) => link.person).join('>'), cycle, cut };
  };
  const wayTo = async (...args: Parameters<typeof ask>) => (await chainOf(...args)).way;

  it('goes from the root to the person, through the introduction that was accepted first', async () =>
    expect(await chainOf(readingGroup, 'dov')).toEqual({ way: 'ana>ben>cat>dov', cycle: false, cut: false }));

  it('knows an introduction by the first that was made under its id, however many stand above the others of whom it was made', async () => {
    const many = Array.from({ length: 60 }, (_, i) => introduced(`u${i}`, `a${i}`, 'yan', on(1)));
    const shared = ['zed', 'yan', 'pia'].map((person, i) => introduced('i', 'bea', person, on(2 + i)));
    const facts = [...many, ...shared, joined('pia', on(6), { introduction: 'i', pathway: 'introduced' }), erased('zed', on(7))];
    expect(await wayTo(facts, 'pia')).toBe('pia');
  });

  it('goes through somebody of whom very much is told', async () => {
    const often = Array.from({ length: 120 }, (_, i) => [introduced(`u${i}`, 'eve', 'ben', on(30) + i), fact.granted('ben', on(31) + i)]);
    expect(await wayTo([...readingGroup, ...often.flat()], 'dov')).toBe('ana>ben>cat>dov');
  });

  it('tells of every link by which introduction, when and where', async () => {
    const { representative, links } = await ask(readingGroup, 'cat');
    expect([representative, links]).toEqual([
      'cat',
      [
        { person: 'ana', masked: false, hops: 0, introduction: null, at: null, community: null, coarse: false },
        { person: 'ben', masked: false, hops: 1, introduction: 'ana-ben', at: on(2), community: 'north', coarse: false },
        { person: 'cat', masked: false, hops: 2, introduction: 'ben-cat', at: on(4), community: 'north', coarse: false },
      ],
    ]);
  });

  it('is as of V', async () => {
    expect(await wayTo(readingGroup, 'cat', on(4))).toBe('cat');
    expect(await wayTo(readingGroup, 'cat', on(5))).toBe('ana>ben>cat');
  });

  it('follows a reassignment from its time on, also for a root', async () => {
    const moved = [...readingGroup, reassigned('ben', 'eve', on(20))];
    expect([await wayTo(moved, 'cat', on(20) - 1), await wayTo(moved, 'cat', on(20))]).toEqual(['ana>ben>cat', 'ana>eve>ben>cat']);
    expect(await wayTo([joined('ana', on(5)), reassigned('ana', 'dov', on(20))], 'ana')).toBe('dov>ana');
  });

  it('ends at a loop in imported facts, and says so', async () => {
    const loop = [
      ...[introduced('1', 'ana', 'ben', on(1)), answered('1', 'Accepted', on(1))],
      ...[introduced('2', 'ben', 'ana', on(2)), answered('2', 'Accepted', on(2))],
    ];
    expect(await chainOf(loop, 'ben')).toEqual({ way: 'ana>ben', cycle: true, cut: false });
    expect(await chainOf(loop, 'ana')).toEqual({ way: 'ben>ana', cycle: true, cut: false });
  });

  it('is cut above by somebody erased', async () =>
    expect(await chainOf([...readingGroup, erased('ben', on(99))], 'cat')).toEqual({ way: 'cat', cycle: false, cut: true }));

  it('keeps the place of somebody who may not be named, and withholds what touches them', async () => {
    const { links } = await ask(readingGroup, 'dov', on(50), allBut('ben'));
    expect(links.map(({ person, masked, introduction: id, coarse }) => [person, masked, id, coarse])).toEqual([
      ['ana', false, null, false],
      [null, true, null, true],
      ['cat', false, null, true],
      ['dov', false, 'cat-dov', false],
    ]);
  });

  it('names those who said so last, and whom a basis covers that they did not contradict', async () => {
    const said = [fact.granted('ana', on(30)), fact.granted('ben', on(30)), fact.withdrawn('ben', on(31)), fact.granted('dov', on(70))];
    expect(await wayTo([...readingGroup, ...said], 'dov', on(50), 'own')).toBe('ana>>>dov');
    const named = await ask(
      [{ ...fact.basis('urn:paper'), at: on(0) }, ...readingGroup, fact.withdrawn('cat', on(31))],
      'dov',
      on(50),
      'own',
    );
    expect(named.links.map(({ person }) => person)).toEqual(['ana', 'ben', null, 'dov']);
  });

  it('is answered for the representative of a merged id, until that is reversed', async () => {
    const one = [...readingGroup, merged('dov', 'don', on(30))];
    expect(await ask(one, 'don')).toMatchObject({ representative: 'dov', links: { length: 4 } });
    expect(await ask([...one, fact.parted('dov', 'don', on(31))], 'don')).toMatchObject({ representative: 'don', links: { length: 1 } });
  });

  it('re-hangs on the survivor what hung on a merged id', async () =>
    expect(await wayTo([...readingGroup, merged('zoe', 'ben', on(90)), joined('zoe', on(1))], 'cat')).toBe('zoe>cat'));

  it('has one link for somebody nobody introduced, though they may not be named', async () => {
    const { representative, links } = await ask([fact.touched('ana', on(1))], 'ana', on(50), 'own');
    const self = { person: null, masked: true, hops: 0, introduction: null, at: null, community: null, coarse: false };
    expect([representative, links]).toEqual([null, [self]]);
  });

  it('knows nothing of somebody nobody ever named', async () =>
    expect(await ask(readingGroup, 'nobody')).toEqual({ representative: null, links: [], cycle: false, cut: false }));

  //  p0 ──▶ p1 ──▶ … ──▶ p300
  it('has no depth that is too great', async () => {
    const length = 300;
    const hops = Array.from({ length }, (_, i) => i).flatMap((i) => [
      introduced(`${i}`, `p${i}`, `p${i + 1}`, on(0)),
      answered(`${i}`, 'Accepted', on(0)),
    ]);
    const { links } = await ask(hops, `p${length}`);
    expect(links.map(({ person }) => person)).toEqual(Array.from({ length: length + 1 }, (_, i) => `p${i}`));
  });

  it('is found at once where everybody introduced everybody', async () =>
    expect(await chainOf(clique(9), 'c8')).toEqual({ way: 'c1>c0>c8', cycle: true, cut: false }));

  it('is found at once where each was introduced several times by the same', async () => {
    const { links } = await ask(fourfold(20), 'p20');
    expect(links.map(({ person }) => person)).toEqual(Array.from({ length: 21 }, (_, i) => `p${i}`));
  });
}
