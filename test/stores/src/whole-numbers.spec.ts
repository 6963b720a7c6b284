import type { Neo4jGraphs } from '@kithline/graph/neo4j';
import { catchUp } from '@kithline/projection';
import { busyHistories, logOf } from '@kithline/projection/testing';
import fc from 'fast-check';
import neo4j from 'neo4j-driver';
import { neo4jHere } from './neo4j-here.ts';
import { graphsOf } from './open-graphs.ts';

/** The type of every field in a generation, its checkpoint and columns included. */
const typesOf = `MATCH (n {g: $g})
OPTIONAL MATCH (n)-[r]->()
UNWIND [n] + coalesce([r], []) AS holder
UNWIND keys(holder) AS field
RETURN DISTINCT field, valueType(holder[field]) AS type`;

const here = neo4jHere();
if (typeof here === 'string') it.skip(`A number in Neo4j is an INTEGER (skipped: ${here})`, () => undefined);
else {
  describe('A number in Neo4j', () => {
    let graphs: Neo4jGraphs;
    beforeAll(async () => (graphs = await graphsOf(here)));
    afterAll(() => graphs.close());

    it('is an INTEGER, but for the total of a measurement, which need not be whole', async () => {
      const driver = neo4j.driver(here.url, neo4j.auth.basic(here.username, here.password));
      const types = new Map<string, Set<string>>();
      for (const history of fc.sample(busyHistories, { numRuns: 10, seed: 5 })) {
        const generation = await graphs.begin();
        await catchUp(await logOf(history), graphs.store(generation));
        const { records } = await driver.executeQuery(typesOf, { g: neo4j.int(generation) }, { database: 'neo4j' });
        for (const record of records) {
          const field = String(record.get('field'));
          types.set(field, (types.get(field) ?? new Set()).add(String(record.get('type'))));
        }
      }
      await driver.close();
      for (const field of ['g', 'position', 'at', 'until', 'endsAt', 'since', 'recorded', 'recordedAt', 'batch', 'first', 'last'])
        expect([field, ...(types.get(field) ?? [])]).toEqual([field, 'INTEGER NOT NULL']);
      expect([...types].filter(([field, found]) => field !== 'total' && [...found].some((type) => type.includes('FLOAT')))).toEqual([]);
    });
  });
}
