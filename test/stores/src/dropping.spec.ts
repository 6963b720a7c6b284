import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Neo4jGraphs } from '@kithline/graph/neo4j';
import { introduced, joined, on, recorded } from '@kithline/graph/testing';
import neo4j, { type Driver } from 'neo4j-driver';
import { neo4jHere } from './neo4j-here.ts';
import { graphsOf } from './open-graphs.ts';

const statements = join(import.meta.dirname, '../../../libs/graph/src/neo4j/statements/generation');
const LENGTH = 60;
const last = `p${LENGTH}`;
const validAt = on(50);

//  p0 ──▶ p1 ──▶ … ──▶ p60, each of whom joined by that
const links = recorded([
  joined('p0', on(1)),
  ...Array.from({ length: LENGTH }, (_, i) => [
    introduced(`i${i}`, `p${i}`, `p${i + 1}`, on(1)),
    joined(`p${i + 1}`, on(2), { introduction: `i${i}` }),
  ]).flat(),
]);

const here = neo4jHere();
if (typeof here === 'string') it.skip(`A graph in Neo4j that is being dropped says so (skipped: ${here})`, () => undefined);
else {
  describe('A graph that is dropped while it is asked', () => {
    let graphs: Neo4jGraphs;
    let driver: Driver;
    beforeAll(async () => {
      graphs = await graphsOf(here);
      driver = neo4j.driver(here.url, neo4j.auth.basic(here.username, here.password), { telemetryDisabled: true });
    });
    afterAll(() => Promise.all([graphs.close(), driver.close()]));

    const holding = async (): Promise<number> => {
      const generation = await graphs.begin();
      const changes = links.map((fact) => ({ change: 'record', fact }) as const);
      await graphs.store(generation).apply(changes, 0, { position: links.length, recordedAt: on(3), ledger: '' });
      return generation;
    };
    const run = (cypher: string, g: number) => driver.executeQuery(cypher, { g: neo4j.int(g) }, { database: 'neo4j' });
    const replaced = async (): Promise<Readonly<{ old: number; graph: Awaited<ReturnType<Neo4jGraphs['graph']>> }>> => {
      const old = await holding();
      await graphs.switchTo(old, await graphs.live());
      const graph = await graphs.graph({ of: () => 'named' });
      await graphs.switchTo(await holding(), old);
      return { old, graph };
    };
    /** As long as it is whole it may be asked; from then on it must be asked again. */
    const moved = { name: expect.stringMatching(/^(GraphMoved|GraphUnavailable)$/), message: expect.stringMatching(/ask again|dropped/) };

    it('answers as long as it is whole, and says that it was replaced from the first thing on that is taken away', async () => {
      const { old, graph } = await replaced();
      expect((await graph.chain({ validAt, person: last })).links).toHaveLength(LENGTH + 1);
      await run(readFileSync(join(statements, 'mark-dropping.cypher'), 'utf8'), old);
      for (let left = LENGTH + 1; left > 0; left -= 10) {
        await run('MATCH (p:Person) WHERE p.g = $g AND p.id IS NOT NULL WITH p LIMIT 10 DETACH DELETE p', old);
        await expect(graph.chain({ validAt, person: last })).rejects.toMatchObject(moved);
        await expect(graph.knows('p0', validAt)).rejects.toMatchObject(moved);
        await expect(graph.introduced({ validAt, person: 'p0' })).rejects.toMatchObject(moved);
        await expect(graph.introduced({ validAt })).rejects.toMatchObject(moved);
      }
      await graphs.drop(old);
      await expect(graph.chain({ validAt, person: last })).rejects.toMatchObject(moved);
      await expect(graph.introduced({ validAt })).rejects.toMatchObject(moved);
      const newest = await graphs.graph({ of: () => 'named' });
      expect((await newest.chain({ validAt, person: last })).links).toHaveLength(LENGTH + 1);
    });

    it('says that it was replaced where its checkpoint was found, and was gone when it was read', async () => {
      const { old, graph } = await replaced();
      await run(readFileSync(join(statements, 'mark-dropping.cypher'), 'utf8'), old);
      await run('MATCH (p:Person) WHERE p.g = $g AND p.id IS NOT NULL DETACH DELETE p', old);
      await run('MATCH (c:Checkpoint {g: $g}) REMOVE c.dropping', old); // one property may be gone before another
      expect(await graphs.generations()).toContainEqual(expect.objectContaining({ generation: old, dropping: true }));
      await run('MATCH (c:Checkpoint {g: $g}) SET c = {g: c.g}', old); // what is found by the index is read after that
      await expect(graph.chain({ validAt, person: last })).rejects.toMatchObject(moved);
      await expect(graph.knows('p0', validAt)).rejects.toMatchObject(moved);
      await expect(graphs.graph(undefined, old)).rejects.toMatchObject(moved);
      await expect(graphs.store(old).checkpoint()).rejects.toMatchObject(moved);
      expect((await graphs.generations()).map(({ generation }) => generation)).not.toContain(old);
      await run('MATCH (c:Checkpoint {g: $g}) DELETE c', old);
    });

    it('never gives a part of an answer for the whole, wherever the dropping has come', async () => {
      const { old, graph } = await replaced();
      const dropped = graphs.drop(old).then(() => true);
      for (let gone = false; !gone; gone = await Promise.race([dropped, Promise.resolve(false)])) {
        const answer = await graph.chain({ validAt, person: last }).then(
          (chain) => chain.links.length,
          (error: Error) => error.name,
        );
        expect([LENGTH + 1, 'GraphMoved']).toContain(answer);
      }
    });
  });
}
