import { type Chain, type GraphChange, InMemoryGraphStore, type PathQuestion, type ReferralGraph } from '@kithline/graph';
import { GraphMoved, type Neo4jGraphs } from '@kithline/graph/neo4j';
import { on } from '@kithline/graph/testing';
import { neo4jHere } from '@kithline/test-stores/neo4j-here';
import { graphsOf, openGraph } from '@kithline/test-stores/open-graphs';
import fc from 'fast-check';
import { histories, people } from './networks.ts';
import { runs } from './runs.ts';

const way: PathQuestion = {
  validAt: on(60),
  from: 'p0',
  to: 'p39',
  mode: 'shortest',
  over: ['introductions'],
  undirected: false,
  ever: true,
};

const chainsOf = (graph: ReferralGraph, validAt = on(60)): Promise<readonly Chain[]> =>
  Promise.all(people.map((person) => graph.chain({ validAt, person })));
/** A graph that was opened before a batch says so where that batch changed what the graph had read. */
const moved = (error: unknown): 'moved' => {
  if (error instanceof GraphMoved) return 'moved';
  throw error;
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
    chains: await chainsOf(graph, validAt),
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
          fc.asyncProperty(histories, async ({ first, until, then, end }) => {
            const [opened, memory] = [await openGraph(graphs), new InMemoryGraphStore()];
            const apply = async (changes: readonly GraphChange[], from: number, position: number): Promise<void> => {
              for (const store of [opened.store, memory]) await store.apply(changes, from, { position, recordedAt: on(60), ledger: '' });
            };
            await apply(first, 0, until);
            const [before, were] = [await opened.graph(), await chainsOf(memory.graph())];
            await apply(then, until, end);
            expect([were, 'moved']).toContainEqual(await chainsOf(before).catch(moved));
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
