import type { GraphFact } from '../../graph-fact.ts';
import type { Naming } from '../../naming.ts';
import type { PathQuestion } from '../../questions/walks.ts';
import { Derived } from '../derived.ts';
import { Journal } from '../journal.ts';
import { chain } from './chain.ts';
import { introduced } from './introduced.ts';
import { paths } from './paths.ts';

type Fact = Readonly<Record<string, unknown>>;
const introduction = (introducer: string, introducee: string, at: number, more: Fact = {}): Fact => ({
  type: 'IntroductionMade',
  introduction: `${introducer}-${introducee}`,
  introducer,
  introducee,
  community: 'north',
  at,
  ...more,
});
const accepted = (id: string, at: number): Fact => ({ type: 'IntroductionAccepted', introduction: id, at });
const joined = (person: string, at: number, introductionId?: string): Fact => ({
  type: 'MemberJoined',
  person,
  community: 'north',
  introduction: introductionId,
  at,
});
const erased = (person: string): Fact => ({ type: 'ConsentWithdrawn', person, purposes: -1, erase: true, at: 99 });

function graph(...facts: Fact[]): Derived {
  const journal = new Journal();
  facts.forEach((fact, i) => journal.record({ source: 's', ...fact, position: i + 1 } as unknown as GraphFact));
  return new Derived(journal);
}
const allBut = (...masked: string[]): Naming => ({ of: (person) => (masked.includes(person) ? 'masked' : 'named') });

//  ana ──▶ ben ──▶ cat ──▶ dov         ana, ben: roots joined by themselves; eve introduced dov too, but only later
//    └───▶ eve ──────────▶ dov
const readingGroup = [
  joined('ana', 1),
  introduction('ana', 'ben', 2),
  joined('ben', 3, 'ana-ben'),
  introduction('ben', 'cat', 4),
  accepted('ben-cat', 5),
  joined('cat', 6),
  introduction('ana', 'eve', 6),
  introduction('eve', 'dov', 7),
  introduction('cat', 'dov', 7),
  accepted('cat-dov', 8),
  accepted('eve-dov', 9),
  joined('dov', 10),
];

describe('The introducer chain', () => {
  const chainOf = (derived: Derived, person: string, validAt = 50, naming = allBut()) => {
    const { links, cycle, cut } = chain(derived, { validAt, person }, naming);
    return { way: links.map((link) => link.person), cycle, cut };
  };

  it('goes from the root to the person, through the introduction that was accepted first', () =>
    expect(chainOf(graph(...readingGroup), 'dov')).toEqual({ way: ['ana', 'ben', 'cat', 'dov'], cycle: false, cut: false }));

  it('is as of V', () => expect(chainOf(graph(...readingGroup), 'cat', 4).way).toEqual(['cat']));

  it('follows a reassignment from its time on, also for a root', () => {
    const moved = graph(...readingGroup, { type: 'IntroducerReassigned', person: 'ben', introducer: 'eve', at: 20 });
    expect([chainOf(moved, 'cat', 19).way, chainOf(moved, 'cat', 20).way]).toEqual([
      ['ana', 'ben', 'cat'],
      ['eve', 'ben', 'cat'],
    ]);
  });

  it('ends at a loop in imported facts, and says so', () =>
    expect(
      chainOf(graph(introduction('ana', 'ben', 1), accepted('ana-ben', 1), introduction('ben', 'ana', 2), accepted('ben-ana', 2)), 'ben'),
    ).toEqual({ way: ['ana', 'ben'], cycle: true, cut: false }));

  it('is cut above by somebody erased', () =>
    expect(chainOf(graph(...readingGroup, erased('ben')), 'cat')).toEqual({ way: ['cat'], cycle: false, cut: true }));

  it('keeps the place of somebody who may not be named, and withholds what touches them', () => {
    const { links } = chain(graph(...readingGroup), { validAt: 50, person: 'dov' }, allBut('ben'));
    expect(links.map(({ person, masked, introduction: id, coarse }) => [person, masked, id, coarse])).toEqual([
      ['ana', false, null, false],
      [null, true, null, true],
      ['cat', false, null, true],
      ['dov', false, 'cat-dov', false],
    ]);
  });

  it('is answered for the representative of a merged id', () =>
    expect(chainOf(graph(...readingGroup, { type: 'PersonsMerged', survivor: 'dov', merged: 'don', at: 30 }), 'don').way.at(-1)).toBe(
      'dov',
    ));
});

describe('The tree of introductions', () => {
  it('holds everybody below a person, nearest first', () =>
    expect(
      introduced(graph(...readingGroup), { validAt: 50, person: 'ana' }, allBut()).persons.map((p) => [p.introducer, p.person, p.depth]),
    ).toEqual([
      ['ana', 'ben', 1],
      ['ben', 'cat', 2],
      ['cat', 'dov', 3],
    ]));

  it('goes no deeper than asked', () =>
    expect(introduced(graph(...readingGroup), { validAt: 50, person: 'ana', depth: 2 }, allBut()).size).toBe(2));

  it('has a root in everybody who joined or introduced without an introducer', () =>
    expect(introduced(graph(...readingGroup, joined('zoe', 3)), { validAt: 50 }, allBut()).roots).toEqual([
      { person: 'ana', masked: false, size: 3, depth: 3 },
      { person: 'zoe', masked: false, size: 0, depth: 0 },
    ]));
});

describe('A path', () => {
  const ask = (derived: Derived, more: Partial<PathQuestion> = {}, naming = allBut()) =>
    paths(
      derived,
      { validAt: 50, from: 'ana', to: 'dov', mode: 'shortest', over: ['introductions'], undirected: false, ever: false, ...more },
      naming,
    );
  const nodes = (...args: Parameters<typeof ask>) => ask(...args).paths.map((path) => path.nodes.join('>'));

  it('is the shortest, and of several the smallest sequence of ids', () =>
    expect(nodes(graph(...readingGroup, introduction('ana', 'ada', 8), introduction('ada', 'dov', 9)))).toEqual(['ana>ada>dov']));

  it('is every distinct sequence of the shortest length when all are asked', () =>
    expect(nodes(graph(...readingGroup, introduction('ana', 'ada', 8), introduction('ada', 'dov', 9)), { mode: 'all-shortest' })).toEqual([
      'ana>ada>dov',
      'ana>eve>dov',
    ]));

  it('says that it is not complete when a limit cut the answer', () => {
    const derived = graph(...readingGroup, introduction('ana', 'ada', 8), introduction('ada', 'dov', 9));
    expect(ask(derived, { mode: 'all-shortest', limit: 1 })).toMatchObject({ paths: [{ nodes: ['ana', 'ada', 'dov'] }], complete: false });
    expect(ask(derived, { maxHops: 1 })).toMatchObject({ paths: [], complete: false });
  });

  it('goes from introducer to introducee unless asked both ways', () =>
    expect([
      nodes(graph(...readingGroup), { from: 'dov', to: 'ana' }),
      nodes(graph(...readingGroup), { from: 'dov', to: 'ana', undirected: true }),
    ]).toEqual([[], ['dov>eve>ana']]));

  it('has no hops from a person to themselves', () =>
    expect(ask(graph(...readingGroup), { to: 'ana' }).paths).toEqual([{ nodes: ['ana'], edges: [] }]));

  it('does not use an introduction that was declined by V, or that is no longer open unless ever is asked', () => {
    const derived = graph(introduction('ana', 'dov', 1, { until: 10 }));
    const declined = graph(introduction('ana', 'dov', 1), { type: 'IntroductionDeclined', introduction: 'ana-dov', at: 20 });
    expect([
      nodes(derived, { validAt: 9 }),
      nodes(derived, { validAt: 10 }),
      nodes(derived, { validAt: 10, ever: true }),
      nodes(declined, { validAt: 19 }),
      nodes(declined),
    ]).toEqual([['ana>dov'], [], ['ana>dov'], ['ana>dov'], []]);
  });

  it('keeps parallel edges apart, in order of time and of the kinds asked for, and takes the earliest for the shortest', () => {
    const derived = graph(
      introduction('ana', 'dov', 5, { introduction: 'b', kind: 'work' }),
      introduction('ana', 'dov', 3, { introduction: 'a', kind: 'play' }),
    );
    expect(ask(derived).paths[0]!.edges.map((hop) => hop.map(({ id }) => id))).toEqual([['a']]);
    expect(ask(derived, { mode: 'all-shortest' }).paths[0]!.edges.map((hop) => hop.map(({ id }) => id))).toEqual([['a', 'b']]);
    expect(ask(derived, { kinds: ['work'] }).paths[0]!.edges.map((hop) => hop.map(({ kind }) => kind))).toEqual([['work']]);
    expect(nodes(graph(introduction('ana', 'dov', 1)), { kinds: ['family'] })).toEqual([]);
  });

  it('leads nowhere through somebody erased', () => expect(nodes(graph(...readingGroup, erased('eve')))).toEqual(['ana>ben>cat>dov']));
  it('walks referrals and shared engagements where asked', () => {
    const derived = graph(
      {
        type: 'ReferralMade',
        referral: 'r',
        person: 'ben',
        referrer: 'ana',
        practitioner: 'pat',
        community: 'north',
        sourceKind: 'introducer',
        at: 1,
      },
      { type: 'CheckedIn', engagement: 'e', person: 'pat', at: 2 },
      { type: 'CheckedIn', engagement: 'e', person: 'dov', at: 2 },
    );
    expect(nodes(derived, { over: ['referrals', 'engagements'] })).toEqual(['ana>ben>pat>dov']);
  });

  it('has a distance to everybody within reach, oneself included', () =>
    expect(ask(graph(...readingGroup), { to: undefined }).reached.map(({ person, hops }) => `${person}:${hops}`)).toEqual([
      'ana:0',
      'ben:1',
      'eve:1',
      'cat:2',
      'dov:2',
    ]));
});
