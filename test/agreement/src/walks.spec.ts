import { InMemoryGraphStore, type PathQuestion, type ReferralGraph } from '@kithline/graph';
import type { Neo4jGraphs } from '@kithline/graph/neo4j';
import {
  answered,
  checkedIn,
  covered,
  type Draft,
  erased,
  granted,
  introduced,
  joined,
  made,
  merged,
  on,
  reassigned,
  recorded,
  withdrawn,
} from '@kithline/graph/testing';
import { neo4jHere } from '@kithline/test-stores/neo4j-here';
import { graphsOf, openGraph } from '@kithline/test-stores/open-graphs';
import fc from 'fast-check';
import { runs } from './runs.ts';

/** So many people with so few introductions that ways are long and chains deep. */
const people = Array.from({ length: 40 }, (_, i) => `p${i}`);
const person = fc.constantFrom(...people);
const day = fc.nat(40).map((n) => on(n));

/** An introduction, mostly to one further on, so that few lead back; most are accepted. */
const introduction = fc
  .record({
    from: fc.nat(38),
    step: fc.constantFrom(1, 1, 1, 2, 5, -3),
    day,
    answer: fc.constantFrom('Accepted', 'Accepted', 'Accepted', 'Declined', null),
    until: fc.boolean(),
  })
  .map(({ from, step, day: at, answer, until }) => ({
    from: people[from]!,
    to: people[Math.min(39, Math.max(0, from + step))]!,
    at,
    answer,
    until,
  }));

/** Among a few who all know each other: nearly everybody introduced everybody, and some more than once. */
const amongFew = fc
  .record({ from: fc.nat(5), to: fc.nat(5), day, answer: fc.constantFrom('Accepted', 'Accepted', 'Declined'), until: fc.boolean() })
  .map(({ from, to, day: at, answer, until }) => ({ from: people[from]!, to: people[to]!, at, answer, until }));

const network = fc
  .record({
    introductions: fc.array(introduction, { maxLength: 90, size: 'max' }),
    crowd: fc.oneof(fc.constant([]), fc.array(amongFew, { maxLength: 60, size: 'max' })),
    others: fc.array(
      fc.oneof(
        { weight: 3, arbitrary: fc.tuple(person, day).map(([who, at]) => joined(who, at)) },
        { weight: 1, arbitrary: fc.tuple(person, person, day).map(([who, by, at]) => reassigned(who, by, at)) },
        { weight: 1, arbitrary: fc.tuple(person, person, day).map(([one, other, at]) => merged(one, other, at)) },
        { weight: 1, arbitrary: fc.tuple(person, day).map(([who, at]) => erased(who, at)) },
        { weight: 1, arbitrary: fc.tuple(person, day).map(([who, at]) => withdrawn(who, at)) },
        { weight: 1, arbitrary: fc.tuple(person, day).map(([who, at]) => granted(who, at)) },
        {
          weight: 2,
          arbitrary: fc.tuple(person, person, fc.nat(9), day).map(([who, by, n, at]) => made(`r${n}`, who, at, { referrer: by })),
        },
        { weight: 2, arbitrary: fc.tuple(person, fc.nat(6), day).map(([who, n, at]) => checkedIn(who, `e${n}`, at)) },
      ),
      { maxLength: 25, size: 'max' },
    ),
  })
  .map(({ introductions, crowd, others }): readonly Draft[] =>
    covered(
      ...[...introductions, ...crowd].flatMap(({ from, to, at, answer, until }, i) => [
        { ...introduced(`i${i}`, from, to, at), ...(until && { until: at + 5 * (on(1) - on(0)) }) },
        ...(answer ? [answered(`i${i}`, answer, at + 1)] : []),
      ]),
      ...others,
    ),
  );

const way: PathQuestion = {
  validAt: on(60),
  from: 'p0',
  to: 'p39',
  mode: 'shortest',
  over: ['introductions'],
  undirected: false,
  ever: true,
};

type Walked = Readonly<Record<string, unknown>>;
const some = people.filter((_, i) => i % 8 === 0);
const pathsOf =
  (graph: ReferralGraph, validAt: number) =>
  (more: Partial<PathQuestion>): Promise<unknown> =>
    Promise.all(some.flatMap((from) => ['p13', 'p27', 'p39'].map((to) => graph.paths({ ...way, validAt, from, to, ...more }))));

/** Chains of everybody, trees below some, ways between some. */
async function walked(graph: ReferralGraph, validAt: number): Promise<Walked> {
  const paths = pathsOf(graph, validAt);
  return {
    chains: await Promise.all(people.map((each) => graph.chain({ validAt, person: each }))),
    trees: await Promise.all(some.map((each) => graph.introduced({ validAt, person: each }))),
    'a few levels': await graph.introduced({ validAt, person: 'p0', depth: 3 }),
    shortest: await paths({}),
    'all shortest, either way': await paths({ mode: 'all-shortest', undirected: true }),
    'open now': await paths({ ever: false, mode: 'all-shortest', limit: 2 }),
  };
}

/** What a graph on a server looks at everything for, or may. */
async function lookedAt(graph: ReferralGraph, validAt: number): Promise<Walked> {
  const paths = pathsOf(graph, validAt);
  return {
    known: await Promise.all([...people, 'xia', 'nobody'].map((each) => graph.knows(each, validAt))),
    'a few hops': await paths({ maxHops: 7 }),
    roots: await graph.introduced({ validAt }),
    'over everything': await paths({ over: ['introductions', 'referrals', 'engagements'] }),
    reached: await graph.paths({ ...way, validAt, to: undefined }),
    'reached in a few hops': await graph.paths({ ...way, validAt, to: undefined, maxHops: 4, undirected: true }),
  };
}

const here = neo4jHere();
if (typeof here === 'string') it.skip(`A walk in Neo4j is the walk in memory (skipped: ${here})`, () => undefined);
else {
  describe('A walk in Neo4j', () => {
    let graphs: Neo4jGraphs;
    /** The same server, seen by somebody who has no columns at hand whatever was asked of the other. */
    let apart: Neo4jGraphs;
    beforeAll(async () => ([graphs, apart] = [await graphsOf(here), await graphsOf(here)]));
    afterAll(async () => void (await Promise.all([graphs.close(), apart.close()])));

    it(
      'is the walk in memory, however far it goes and whomever it meets',
      () =>
        fc.assert(
          fc.asyncProperty(network, async (drafts) => {
            const changes = recorded(drafts).map((fact) => ({ change: 'record', fact }) as const);
            const to = { position: changes.length, recordedAt: on(60), ledger: '' };
            const [opened, memory] = [await openGraph(graphs), new InMemoryGraphStore()];
            for (const store of [opened.store, memory]) await store.apply(changes, 0, to);
            const naming = memory.naming(); // under a naming that is given nobody asks which sources are covered
            for (const asked of [walked, lookedAt]) {
              for (const validAt of [on(20), on(60)]) {
                expect(await asked(await opened.graph(), validAt)).toEqual(await asked(memory.graph(), validAt));
                expect(await asked(await apart.graph(naming), validAt)).toEqual(await asked(memory.graph(naming), validAt));
              }
            }
          }),
          runs,
        ),
      600_000,
    );
  });
}
