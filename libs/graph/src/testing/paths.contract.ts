import type { PathQuestion } from '../questions/walks.ts';
import type { Naming } from '../naming.ts';
import { clique, fourfold } from './dense.ts';
import { allBut, type Draft, everybody, on } from './drafts.ts';
import { answered, checkedIn, erased, introduced, made, merged } from './facts.ts';
import { between, readingGroup } from './reading-group.ts';
import type { Stage } from './stage.ts';

/** METRICS C20: how two persons are linked. */
export function findsPaths(stage: Stage): void {
  const question: PathQuestion = {
    ...{ validAt: on(50), from: 'ana', to: 'dov', mode: 'shortest', over: ['introductions'], undirected: false, ever: false },
  };
  const ask = async (facts: readonly Draft[], more: Partial<PathQuestion> = {}, naming: Naming = everybody) =>
    (await stage(facts, naming)).paths({ ...question, ...more });
  const ways = async (...args: Parameters<typeof ask>) => (await ask(...args)).paths.map(({ nodes }) => nodes.join('>'));

  //  ana ──▶ ada ──▶ dov beside the reading group
  const two = [...readingGroup, between('ana', 'ada', 8), between('ada', 'dov', 9)];

  it('knows an introduction by the first that was made under its id, also where somebody was introduced by themselves', async () => {
    const twice = [between('dov', 'dov', 1, { introduction: 'i' }), between('ana', 'dov', 2, { introduction: 'i' })];
    expect(await ways(twice, { mode: 'all-shortest', undirected: true })).toEqual([]);
    expect(await ways(twice.toReversed(), { mode: 'all-shortest', undirected: true })).toEqual([]);
  });

  it('takes the shortest, and of several the smallest sequence of ids', async () => expect(await ways(two)).toEqual(['ana>ada>dov']));

  it('takes every distinct sequence of the shortest length when all are asked', async () => {
    expect(await ways(two, { mode: 'all-shortest' })).toEqual(['ana>ada>dov', 'ana>eve>dov']);
    expect(await ask(two, { mode: 'all-shortest' })).toMatchObject({ complete: true, reached: [] });
  });

  it('says that it is not complete when a limit cut the answer', async () => {
    expect(await ask(two, { mode: 'all-shortest', limit: 1 })).toMatchObject({
      paths: [{ nodes: ['ana', 'ada', 'dov'] }],
      complete: false,
    });
    expect(await ask(two, { mode: 'all-shortest', limit: 2 })).toMatchObject({ paths: { length: 2 }, complete: true });
    expect(await ask(two, { maxHops: 1 })).toMatchObject({ paths: [], complete: false });
    expect(await ask(two, { maxHops: 2 })).toMatchObject({ paths: { length: 1 }, complete: true });
  });

  it('says that it is complete where there is no way at all, or nobody of that name', async () => {
    expect(await ask(two, { from: 'dov', to: 'ana', maxHops: 9 })).toEqual({ paths: [], reached: [], complete: true });
    expect(await ask(two, { to: 'nobody' })).toEqual({ paths: [], reached: [], complete: true });
    expect(await ask([...two, between('yul', 'zoe', 1)], { to: 'zoe', undirected: true })).toMatchObject({ paths: [], complete: true });
  });

  it('says that it is complete where only somebody erased ever stood between, however few hops are allowed', async () => {
    const parted = [between('ana', 'zed', 1), between('zed', 'dov', 2), between('ana', 'cat', 3), between('cat', 'eve', 4)];
    const facts = [...parted, between('gus', 'dov', 5), between('hal', 'gus', 6), erased('zed', on(7))];
    expect(await ask(facts, { maxHops: 1, undirected: true })).toEqual({ paths: [], reached: [], complete: true });
  });

  it('goes from introducer to introducee unless asked both ways', async () => {
    expect(await ways(readingGroup, { from: 'dov', to: 'ana' })).toEqual([]);
    expect(await ways(readingGroup, { from: 'dov', to: 'ana', undirected: true })).toEqual(['dov>eve>ana']);
  });

  it('has no hops from a person to themselves, whichever of their ids is asked for', async () => {
    expect((await ask(readingGroup, { to: 'ana' })).paths).toEqual([{ nodes: ['ana'], edges: [] }]);
    expect((await ask([...readingGroup, merged('ana', 'anna', on(99))], { to: 'anna' })).paths).toEqual([{ nodes: ['ana'], edges: [] }]);
  });

  it('takes the ids of a merged person for one, and drops what led from one to another', async () => {
    const one = [between('ana', 'bo', 1), between('bob', 'dov', 2), between('bo', 'bob', 3), merged('bob', 'bo', on(99))];
    expect(await ways(one)).toEqual(['ana>bob>dov']);
  });

  it('uses no introduction that was declined by V, or that is no longer open unless ever is asked', async () => {
    const open = [between('ana', 'dov', 1, { until: on(10) })];
    expect(await ways(open, { validAt: on(1) - 1 })).toEqual([]);
    expect(await ways(open, { validAt: on(10) - 1 })).toEqual(['ana>dov']);
    expect(await ways(open, { validAt: on(10) })).toEqual([]);
    expect(await ways(open, { validAt: on(10), ever: true })).toEqual(['ana>dov']);
    const declined = [between('ana', 'dov', 1), answered('ana-dov', 'Declined', on(20))];
    expect(await ways(declined, { validAt: on(20) - 1 })).toEqual(['ana>dov']);
    expect(await ways(declined)).toEqual([]);
    expect(await ways(declined, { ever: true })).toEqual([]);
  });

  it('keeps parallel edges apart, in order of time and of the kinds asked for, and takes the earliest for the shortest', async () => {
    const parallel = [
      between('ana', 'dov', 5, { introduction: 'b', kind: 'work' }),
      between('ana', 'dov', 3, { introduction: 'a', kind: 'play' }),
      between('ana', 'dov', 5, { introduction: 'aa', kind: 'work' }),
    ];
    const ids = async (more: Partial<PathQuestion>) => (await ask(parallel, more)).paths[0]!.edges.map((hop) => hop.map(({ id }) => id));
    expect(await ids({})).toEqual([['a']]);
    expect(await ids({ mode: 'all-shortest' })).toEqual([['a', 'aa', 'b']]);
    expect(await ids({ kinds: ['work'] })).toEqual([['aa']]);
    expect((await ask(parallel)).paths[0]!.edges).toEqual([[{ id: 'a', kind: 'play', at: on(3), community: 'north', coarse: false }]]);
    expect(await ways(parallel, { kinds: ['family'] })).toEqual([]);
  });

  it('leads nowhere through somebody erased, and keeps the place of somebody who may not be named', async () => {
    expect(await ways([...readingGroup, erased('eve', on(99))])).toEqual(['ana>ben>cat>dov']);
    expect((await ask(readingGroup, {}, allBut('eve'))).paths).toEqual([
      {
        nodes: ['ana', null, 'dov'],
        edges: [
          [{ id: null, kind: null, at: on(6), community: 'north', coarse: true }],
          [{ id: null, kind: null, at: on(7), community: 'north', coarse: true }],
        ],
      },
    ]);
  });

  it('walks referrals and shared engagements where asked', async () => {
    const ties = [made('r', 'ben', on(1), { referrer: 'ana' }), checkedIn('xia', 'e', on(2)), checkedIn('dov', 'e', on(3))];
    expect(await ways(ties, { over: ['referrals', 'engagements'] })).toEqual(['ana>ben>xia>dov']);
    expect(await ways(ties, { over: ['referrals', 'engagements'], validAt: on(3) - 1 })).toEqual([]);
    expect(await ways(ties, { over: ['referrals'] })).toEqual([]);
    const { edges } = (await ask(ties, { over: ['referrals', 'engagements'] })).paths[0]!;
    expect(edges.map(([edge]) => [edge!.id, edge!.at])).toEqual([
      ['r', on(1)],
      ['r', on(1)],
      ['e', on(3)],
    ]);
  });

  it('has a distance to everybody within reach, oneself included', async () => {
    const reached = async (more: Partial<PathQuestion> = {}, naming?: Naming) =>
      (await ask(readingGroup, { to: undefined, ...more }, naming)).reached.map(({ person, hops }) => `${person}:${hops}`);
    expect(await reached()).toEqual(['ana:0', 'ben:1', 'eve:1', 'cat:2', 'dov:2']);
    expect(await reached({ maxHops: 1 })).toEqual(['ana:0', 'ben:1', 'eve:1']);
    expect(await ask(readingGroup, { to: undefined, maxHops: 1 })).toMatchObject({ paths: [], complete: false });
    expect((await reached({}, allBut('ben'))).sort()).toEqual(['ana:0', 'cat:2', 'dov:2', 'eve:1', 'null:1']);
  });

  //  p0 ──▶ p1 ──▶ … ──▶ p300, and back to p0
  it('has no length that is too great, and goes round in no loop', async () => {
    const loop = Array.from({ length: 301 }, (_, i) => introduced(`${i}`, `p${i}`, `p${(i + 1) % 301}`, on(0)));
    const [path] = (await ask(loop, { from: 'p0', to: 'p300' })).paths;
    expect([path?.nodes.length, path?.edges.length]).toEqual([301, 300]);
    expect(await ways(loop, { from: 'p0', to: 'p300', undirected: true })).toEqual(['p0>p300']);
    expect((await ask(loop, { from: 'p0', to: undefined })).reached.at(-1)).toEqual({ person: 'p300', masked: false, hops: 300 });
  });

  it('is found at once where everybody introduced everybody, or each the next several times', async () => {
    expect(await ways(clique(9), { from: 'c8', to: 'c0' })).toEqual(['c8>c0']);
    expect(await ways(clique(9), { from: 'c8', to: 'c0', undirected: true, mode: 'all-shortest' })).toEqual(['c8>c0']);
    const [path] = (await ask(fourfold(20), { from: 'p0', to: 'p20' })).paths;
    expect([path?.nodes.length, path?.edges.map((hop) => hop.length)]).toEqual([21, Array.from({ length: 20 }, () => 1)]);
  });

  //  ana ──▶ ben ──▶ cat ──▶ dov ──▶ …, and ben ──▶ eve, which was declined; nobody introduced zoe, who introduced fay after dov
  it('does not count whose introduction was declined, or who was erased, among those whom it has reached', async () => {
    const line = [between('ana', 'ben', 1), between('ben', 'cat', 1), between('cat', 'dov', 1), between('dov', 'fay', 1), between('zoe', 'fay', 1)]; // prettier-ignore
    const asked = { to: 'zoe', maxHops: 3 };
    const beside = [between('ben', 'eve', 1), answered('ben-eve', 'Declined', on(2)), between('ben', 'gil', 1), erased('gil', on(99))];
    expect(await ask(line, asked)).toEqual({ paths: [], reached: [], complete: false });
    expect(await ask([...line, ...beside.slice(0, 2)], asked)).toEqual({ paths: [], reached: [], complete: false });
    expect(await ask([...line, ...beside.slice(2)], asked)).toEqual({ paths: [], reached: [], complete: false });
  });
}
