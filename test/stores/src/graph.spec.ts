import type { Neo4jGraphs } from '@kithline/graph/neo4j';
import { graphContract } from '@kithline/graph/testing';
import { neo4jHere } from './neo4j-here.ts';
import { graphsOf, openGraph } from './open-graphs.ts';

const here = neo4jHere();
if (typeof here === 'string') it.skip(`A graph in a real Neo4j behaves like any graph (skipped: ${here})`, () => undefined);
else {
  describe('In a real Neo4j', () => {
    let graphs: Neo4jGraphs;
    beforeAll(async () => (graphs = await graphsOf(here)));
    afterAll(() => graphs.close());

    graphContract('the graph', () => openGraph(graphs));
  });
}
