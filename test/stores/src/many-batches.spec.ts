import { InMemoryGraphStore } from '@kithline/graph';
import type { Neo4jGraphs } from '@kithline/graph/neo4j';
import { joined, on, recorded } from '@kithline/graph/testing';
import neo4j from 'neo4j-driver';
import { neo4jHere } from './neo4j-here.ts';
import { graphsOf } from './open-graphs.ts';

const here = neo4jHere();
if (typeof here === 'string') it.skip(`A graph in Neo4j is written to in many batches (skipped: ${here})`, () => undefined);
else {
  describe('A graph written to event by event', () => {
    let graphs: Neo4jGraphs;
    beforeAll(async () => (graphs = await graphsOf(here)));
    afterAll(() => graphs.close());

    it('holds the same as in memory, in few blocks', async () => {
      const facts = recorded(Array.from({ length: 500 }, (_, i) => joined(`p${i}`, on(i % 50))));
      const generation = await graphs.begin();
      const [store, memory] = [graphs.store(generation), new InMemoryGraphStore()];
      for (const fact of facts) {
        const to = { position: fact.position, recordedAt: on(60), ledger: '' };
        for (const each of [store, memory]) await each.apply([{ change: 'record', fact }], fact.position - 1, to);
      }
      expect(await store.fingerprint()).toBe(memory.fingerprint());
      const driver = neo4j.driver(here.url, neo4j.auth.basic(here.username, here.password));
      const { records } = await driver.executeQuery('MATCH (b:Block {g: $g}) RETURN count(b) AS blocks', { g: neo4j.int(generation) });
      await driver.close();
      expect(Number(records[0]!.get('blocks'))).toBeLessThan(30);
    });
  });
}
