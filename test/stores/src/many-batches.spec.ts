import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { InMemoryGraphStore } from '@kithline/graph';
import type { Neo4jGraphs } from '@kithline/graph/neo4j';
import { joined, on, recorded } from '@kithline/graph/testing';
import neo4j from 'neo4j-driver';
import { neo4jHere } from './neo4j-here.ts';
import { graphsOf } from './open-graphs.ts';

const statements = join(import.meta.dirname, '../../../libs/graph/src/neo4j/statements');
const here = neo4jHere();
if (typeof here === 'string') it.skip(`A graph in Neo4j is written to in many batches (skipped: ${here})`, () => undefined);
else {
  describe('A graph written to event by event', () => {
    const driver = neo4j.driver(here.url, neo4j.auth.basic(here.username, here.password));
    let graphs: Neo4jGraphs;
    beforeAll(async () => (graphs = await graphsOf(here)));
    afterAll(() => Promise.all([graphs.close(), driver.close()]));

    it('holds the same as in memory, in few blocks', async () => {
      const facts = recorded(Array.from({ length: 500 }, (_, i) => joined(`p${i}`, on(i % 50))));
      const generation = await graphs.begin();
      const [store, memory] = [graphs.store(generation), new InMemoryGraphStore()];
      for (const fact of facts) {
        const to = { position: fact.position, recordedAt: on(60), ledger: '' };
        for (const each of [store, memory]) await each.apply([{ change: 'record', fact }], fact.position - 1, to);
      }
      expect(await store.fingerprint()).toBe(memory.fingerprint());
      const { records } = await driver.executeQuery('MATCH (b:Block {g: $g}) RETURN count(b) AS blocks', { g: neo4j.int(generation) });
      expect(Number(records[0]!.get('blocks'))).toBeLessThan(30);
    });

    it('is not tidied by a writer that it has gone on without', async () => {
      const generation = await graphs.begin();
      const store = graphs.store(generation);
      for (const fact of recorded([joined('ana', on(1)), joined('ben', on(1))])) {
        await store.apply([{ change: 'record', fact }], fact.position - 1, { position: fact.position, recordedAt: on(2), ledger: '' });
      }
      const before = await store.fingerprint();
      const replace = readFileSync(join(statements, 'blocks/replace.cypher'), 'utf8');
      const numbers = Object.entries({ g: generation, batch: 1, first: 1, last: 1, size: 1, format: 1 });
      const late = {
        ...Object.fromEntries(numbers.map(([name, value]) => [name, neo4j.int(value)])),
        data: 'of a batch that was merged since',
      };
      expect((await driver.executeQuery(replace, late)).records).toEqual([]);
      expect(await graphs.store(generation).fingerprint()).toBe(before);
    });
  });
}
