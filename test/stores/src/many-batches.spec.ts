import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type GraphFact, InMemoryGraphStore } from '@kithline/graph';
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

    it('is read whole by who comes while its blocks are merged', async () => {
      const facts = recorded(Array.from({ length: 500 }, (_, i) => joined(`p${i}`, on(i % 50))));
      const generation = await graphs.begin();
      const store = graphs.store(generation);
      let written = 0;
      const writing = (async () => {
        for (const fact of facts) {
          const to = { position: fact.position, recordedAt: on(60), ledger: '' };
          await store.apply([{ change: 'record', fact }], fact.position - 1, to);
          written = fact.position;
        }
      })();
      const read = async (): Promise<void> => {
        while (written < facts.length) {
          const before = written;
          let last = 0;
          for await (const { position } of graphs.store(generation).facts()) if (position === last + 1) last++;
          expect(last).toBeGreaterThanOrEqual(before);
        }
      };
      await Promise.all([writing, ...Array.from({ length: 8 }, read)]);
    });

    it('is not tidied by a writer that it has gone on without, or that does not know how it was tidied', async () => {
      const generation = await graphs.begin();
      const store = graphs.store(generation);
      for (const fact of recorded([joined('ana', on(1)), joined('ben', on(1))])) {
        await store.apply([{ change: 'record', fact }], fact.position - 1, { position: fact.position, recordedAt: on(2), ledger: '' });
      }
      const before = await store.fingerprint();
      const replace = readFileSync(join(statements, 'blocks/replace.cypher'), 'utf8');
      const replaced = async (how: Readonly<{ batch: number; count: number; first: number; last: number }>) => {
        const numbers = Object.entries({ g: generation, size: 1, format: 1, ...how });
        const wrong = { ...Object.fromEntries(numbers.map(([name, value]) => [name, neo4j.int(value)])), data: 'of before' };
        return (await driver.executeQuery(replace, wrong)).records;
      };
      expect(await replaced({ batch: 1, count: 1, first: 1, last: 1 })).toEqual([]);
      expect(await replaced({ batch: 2, count: 1, first: 1, last: 2 })).toEqual([]);
      expect(await replaced({ batch: 2, count: 1, first: 0, last: 1 })).toEqual([]);
      expect(await graphs.store(generation).fingerprint()).toBe(before);
    });

    it('is written to further by a writer that does not know that another one merged its blocks', async () => {
      const generation = await graphs.begin();
      const [store, memory] = [graphs.store(generation), new InMemoryGraphStore()];
      const apply = async (facts: readonly GraphFact[], { from, position }: Readonly<Record<'from' | 'position', number>>) => {
        const changes = facts.map((fact) => ({ change: 'record', fact }) as const);
        for (const each of [store, memory]) await each.apply(changes, from, { position, recordedAt: on(60), ledger: '' });
      };
      for (const fact of recorded(Array.from({ length: 40 }, (_, i) => joined(`p${i}`, on(i))))) {
        await apply([fact], { from: fact.position - 1, position: fact.position });
        if (fact.position !== 16) continue;
        await apply([], { from: 16, position: 16 });
        const merging = 'MATCH (a:Block {g: $g}), (b:Block {g: $g, first: a.last + 1, last: 17}) SET a.last = b.last DELETE b';
        await driver.executeQuery(merging, { g: neo4j.int(generation) });
      }
      expect(await store.fingerprint()).toBe(memory.fingerprint());
      expect(await graphs.store(generation).fingerprint()).toBe(memory.fingerprint());
    });
  });
}
