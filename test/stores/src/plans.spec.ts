import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Neo4jGraphs } from '@kithline/graph/neo4j';
import neo4j, { type Driver } from 'neo4j-driver';
import { neo4jHere } from './neo4j-here.ts';
import { faultsOf } from './plans.ts';

const folder = join(import.meta.dirname, '../../../libs/graph/src/neo4j');
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.cypher'));

/** Statements that may look at everything of a kind, and why. */
const excused: Readonly<Record<string, string>> = {
  'statements/generation/all.cypher': 'there is one node a generation, and few generations',
  'statements/schema/005-whole.cypher': 'it is done once, to one node a generation',
  'statements/schema/006-shown.cypher': 'it is done once, to one node a generation',
};

const here = neo4jHere();
if (typeof here === 'string') it.skip(`A statement has a plan without faults (skipped: ${here})`, () => undefined);
else {
  describe('The plan of a statement', () => {
    let driver: Driver;
    beforeAll(async () => {
      const graphs = await Neo4jGraphs.connect(here);
      await graphs.migrate();
      await graphs.close();
      driver = neo4j.driver(here.url, neo4j.auth.basic(here.username, here.password), { telemetryDisabled: true });
    });
    afterAll(() => driver.close());

    const faults = async (statement: string): Promise<readonly string[]> => {
      const { summary } = await driver.executeQuery(`EXPLAIN ${statement}`, {}, { database: 'neo4j' });
      return faultsOf(summary.plan as Exclude<typeof summary.plan, false>);
    };
    const ana = '(a:Person {g: $g, id: $id})';

    it.each([
      ['has no label', 'MATCH (n) WHERE n.id = $id RETURN n'],
      ['leaves out the generation', 'MATCH (n:Person {id: $id}) RETURN n'],
      ['asks by what has no index', 'MATCH (n:Person {name: $name}) RETURN n'],
      ['merges by what has no index', 'UNWIND $rows AS row MERGE (n:Person {id: row.id})'],
      ['looks at every relationship of a type', 'MATCH ()-[r:INTRODUCED {at: $at}]->() RETURN r'],
      ['looks through a whole index', 'MATCH (n:Person) WHERE n.id IS NOT NULL AND n.g IS NOT NULL RETURN n'],
    ])('is found out when it %s', async (_, statement) => expect(await faults(statement)).toEqual([expect.stringContaining('scans: ')]));

    it.each([
      ['a variable length', `MATCH ${ana}-[:INTRODUCED*]->(b) RETURN b`],
      ['a least length only', `MATCH ${ana}-[:INTRODUCED*2..]->(b) RETURN b`],
      ['a quantified path', `MATCH ${ana}(()-[:INTRODUCED]->())+(b) RETURN b`],
      ['a quantified path of two kinds', `MATCH ${ana}((x)-[:INTRODUCED]->(y) WHERE x.at < y.at)+(b) RETURN b`],
      ['a shortest path', `MATCH ${ana}, (b:Person {g: $g, id: $to}), p = shortestPath((a)-[:INTRODUCED*]-(b)) RETURN p`],
      ['any shortest', `MATCH p = SHORTEST 1 ${ana}-[:INTRODUCED]-+(b:Person {g: $g, id: $to}) RETURN p`],
    ])('is found out when it walks without an end by %s', async (_, statement) =>
      expect(await faults(statement)).toContainEqual(expect.stringContaining('without an end')),
    );

    it.each([
      ['a variable length', `MATCH ${ana}<-[:INTRODUCED*0..16]-(b) RETURN b`],
      ['a variable length to somebody', `MATCH ${ana}<-[:INTRODUCED*0..16]-(b:Person {g: $g, id: $to}) RETURN count(*)`],
      ['a path that is named', `MATCH p = ${ana}<-[:INTRODUCED*0..16]-(b) WITH DISTINCT b, length(p) AS hops RETURN b, hops`],
      [
        'a quantified path',
        `MATCH ${ana}((x)<-[r:INTRODUCED]-() WHERE NOT EXISTS { (x)-[j:JOINED]->() WHERE j.by <> r.by }){0, 16}(b) RETURN DISTINCT b`,
      ],
    ])('is found out when it walks every way there is by %s', async (_, statement) =>
      expect(await faults(statement)).toEqual([expect.stringContaining('walks every way')]),
    );

    it.each([
      ['a variable length that looks at everybody once', `MATCH ${ana}-[:INTRODUCED*1..4]->(b) RETURN DISTINCT b`],
      ['a shortest path', `MATCH ${ana}, (b:Person {g: $g, id: $to}), p = shortestPath((a)-[:INTRODUCED*..9]-(b)) RETURN p`],
      ['any shortest', `MATCH p = SHORTEST 1 ${ana}-[:INTRODUCED]-{1,9}(b:Person {g: $g, id: $to}) RETURN p`],
    ])('may walk to an end by %s', async (_, statement) => expect(await faults(statement)).toEqual([]));

    it('is good in every file of the graph', async () => {
      expect(files.length).toBeGreaterThan(20);
      const found: string[] = [];
      for (const file of files.filter((name) => !Object.hasOwn(excused, name))) {
        found.push(...(await faults(readFileSync(join(folder, file), 'utf8'))).map((fault) => `${file} ${fault}`));
      }
      expect(found).toEqual([]);
    });

    it('is excused in no file that needs no excuse', async () => {
      for (const file of Object.keys(excused))
        expect([file, await faults(readFileSync(join(folder, file), 'utf8'))]).not.toEqual([file, []]);
    });
  });
}
