import type { Neo4jGraphs } from '@kithline/graph/neo4j';
import { joined, on, recorded } from '@kithline/graph/testing';
import neo4j, { type Driver } from 'neo4j-driver';
import { neo4jHere } from './neo4j-here.ts';
import { graphsOf } from './open-graphs.ts';

const here = neo4jHere();
if (typeof here === 'string') it.skip(`A Neo4j is emptied and filled again (skipped: ${here})`, () => undefined);
else {
  describe('A Neo4j that is emptied and filled again', () => {
    let graphs: Neo4jGraphs;
    let driver: Driver;
    beforeAll(async () => {
      graphs = await graphsOf(here);
      driver = neo4j.driver(here.url, neo4j.auth.basic(here.username, here.password));
    });
    afterAll(() => Promise.all([graphs.close(), driver.close()]));

    /** Somebody joined on each of the days, each in a batch of its own. */
    const fill = async (generation: number, days: readonly number[]): Promise<void> => {
      const store = graphs.store(generation);
      for (const [before, fact] of recorded(days.map((day) => joined(`p${day}`, on(day)))).entries())
        await store.apply([{ change: 'record', fact }], before, { position: before + 1, recordedAt: on(30), ledger: '' });
    };
    /** As if nothing of a generation had ever been there; its number is the next one again. */
    const empty = async (generation: number, live: number | null): Promise<void> => {
      const numbers = { g: neo4j.int(generation), live: live === null ? null : neo4j.int(live) };
      await driver.executeQuery('MATCH (n {g: $g}) DETACH DELETE n', numbers);
      await driver.executeQuery(`MATCH (graph:Graph {name: 'kithline'}) SET graph.newest = $g - 1, graph.live = $live`, numbers);
    };
    const asked = async () => {
      const graph = await graphs.graph();
      return { span: await graph.span(on(15)), known: await graph.knows('p3', on(15)) };
    };

    it.each([
      ['in fewer batches than', [5, 20]],
      ['in as many batches as', [5, 6, 20]],
      ['in more batches than', [5, 6, 7, 8, 20]],
    ])('answers from what is there now, %s what had its number before', async (_, days) => {
      const before = await graphs.live();
      const generation = await graphs.begin();
      await graphs.switchTo(generation, before);
      await fill(generation, [2, 3, 20]);
      expect(await asked()).toEqual({ span: { from: on(2), to: on(3) }, known: true });
      const { id } = await graphs.standing();
      await empty(generation, before);
      expect(await graphs.begin()).toBe(generation);
      await graphs.switchTo(generation, before);
      await fill(generation, days);
      expect(await asked()).toEqual({ span: { from: on(5), to: on(days.at(-2)!) }, known: false });
      expect((await graphs.standing()).id).not.toBe(id);
    });
  });
}
