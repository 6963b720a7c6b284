import type { IntroducedQuestion } from '../questions/walks.ts';
import type { Naming } from '../naming.ts';
import { allBut, type Draft, everybody, on } from './drafts.ts';
import { answered, erased, introduced, joined, merged } from './facts.ts';
import { readingGroup } from './reading-group.ts';
import type { Stage } from './stage.ts';

/** METRICS C20: whom somebody brought, directly and through others. */
export function followsIntroductions(stage: Stage): void {
  const ask = async (facts: readonly Draft[], more: Partial<IntroducedQuestion> = { person: 'ana' }, naming: Naming = everybody) =>
    (await stage(facts, naming)).introduced({ validAt: on(50), ...more });

  it('holds everybody below a person, nearest first, and through whom, when and where they came', async () => {
    const { representative, persons, size, depth, roots } = await ask(readingGroup);
    expect(persons.map((p) => [p.introducer, p.person, p.depth, p.at])).toEqual([
      ['ana', 'ben', 1, on(2)],
      ['ana', 'eve', 1, on(6)],
      ['ben', 'cat', 2, on(4)],
      ['cat', 'dov', 3, on(7)],
    ]);
    expect([representative, size, depth, roots]).toEqual(['ana', 4, 3, []]);
    expect(persons[0]).toEqual({ person: 'ben', introducer: 'ana', depth: 1, at: on(2), community: 'north', masked: false, coarse: false });
  });

  it('goes no deeper than asked, and sees what was true at V', async () => {
    expect(await ask(readingGroup, { person: 'ana', depth: 2 })).toMatchObject({ size: 3, depth: 2 });
    expect(await ask(readingGroup, { person: 'ana', validAt: on(4) })).toMatchObject({ size: 1 });
    expect(await ask(readingGroup, { person: 'dov' })).toMatchObject({ representative: 'dov', persons: [], size: 0, depth: 0 });
    expect(await ask(readingGroup, { person: 'nobody' })).toMatchObject({ representative: null, persons: [], size: 0 });
  });

  it('has a root in everybody who joined or introduced without an introducer', async () =>
    expect(await ask([...readingGroup, joined('zoe', on(3))], {})).toEqual({
      representative: null,
      persons: [],
      roots: [
        { person: 'ana', masked: false, size: 4, depth: 3 },
        { person: 'zoe', masked: false, size: 0, depth: 0 },
      ],
      size: 4,
      depth: 3,
    }));

  it('puts those who may not be named last, and withholds what touches them', async () => {
    const { persons } = await ask(readingGroup, { person: 'ana', depth: 1 }, allBut('ben'));
    expect(persons.map((p) => [p.person, p.introducer, p.masked, p.coarse])).toEqual([
      ['eve', 'ana', false, false],
      [null, 'ana', true, true],
    ]);
    const { roots } = await ask([...readingGroup, joined('zoe', on(3))], {}, allBut('ana'));
    expect(roots.map(({ person, masked, size }) => [person, masked, size])).toEqual([
      ['zoe', false, 0],
      [null, true, 4],
    ]);
  });

  it('ends at somebody erased, who is no root either', async () => {
    const without = [...readingGroup, erased('ben', on(99))];
    expect((await ask(without)).persons.map(({ person }) => person)).toEqual(['eve']);
    expect((await ask(without, {})).roots.map(({ person, size }) => [person, size])).toEqual([
      ['ana', 1],
      ['cat', 1],
    ]);
  });

  it('hangs below the survivor what hung below a merged id, everybody once', async () => {
    const { persons } = await ask([...readingGroup, merged('ana', 'cat', on(90))]);
    expect(persons.map(({ person, depth }) => `${person} ${depth}`)).toEqual(['ben 1', 'dov 1', 'eve 1']);
  });

  it('has everybody once where imported facts introduce in a circle', async () => {
    const circle = [
      ...[introduced('1', 'ana', 'ben', on(1)), answered('1', 'Accepted', on(1))],
      ...[introduced('2', 'ben', 'ana', on(2)), answered('2', 'Accepted', on(2))],
    ];
    expect((await ask(circle)).persons.map(({ person, depth }) => `${person} ${depth}`)).toEqual(['ben 1']);
    expect((await ask(circle, {})).roots).toEqual([]);
  });

  //  p0 ──▶ p1 ──▶ … ──▶ p300
  it('has no depth that is too great', async () => {
    const hops = Array.from({ length: 300 }, (_, i) => [
      introduced(`${i}`, `p${i}`, `p${i + 1}`, on(0)),
      answered(`${i}`, 'Accepted', on(0)),
    ]).flat();
    expect(await ask(hops, { person: 'p0' })).toMatchObject({ size: 300, depth: 300 });
    expect((await ask(hops, {})).roots).toEqual([{ person: 'p0', masked: false, size: 300, depth: 300 }]);
  });
}
