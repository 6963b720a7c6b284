import { Neo4jGraphs } from '@kithline/graph/neo4j';
import type { OpenGraph } from '@kithline/graph/testing';
import type { Neo4jHere } from './neo4j-here.ts';
import { patiently } from './patiently.ts';

/** The graphs of a server, ready for use. */
export async function graphsOf(here: Neo4jHere): Promise<Neo4jGraphs> {
  const graphs = await patiently(() => Neo4jGraphs.connect(here));
  await patiently(() => graphs.migrate());
  return graphs;
}

/** A generation of its own, empty and live: beside it stand those of every test before. */
export async function openGraph(graphs: Neo4jGraphs): Promise<OpenGraph> {
  const generation = await graphs.begin();
  await graphs.switchTo(generation, await graphs.live());
  return {
    store: graphs.store(generation),
    graph: (naming) => graphs.graph(naming),
    referralsOf: (person) => graphs.referralsOf(person),
    erased: () => graphs.erased(),
  };
}
