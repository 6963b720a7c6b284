import { randomUUID } from 'node:crypto';
import type { Neo4jGraphs } from '@kithline/graph/neo4j';
import { neo4jHere } from './neo4j-here.ts';
import { graphsOf } from './open-graphs.ts';

const here = neo4jHere();
if (typeof here === 'string') it.skip(`A queue of orders in Neo4j keeps its turn (skipped: ${here})`, () => undefined);
else {
  describe('Orders in a real Neo4j', () => {
    let graphs: Neo4jGraphs;
    beforeAll(async () => (graphs = await graphsOf(here)));
    afterAll(() => graphs.close());

    it('wait until they are done, the oldest first, however many came since', async () => {
      const { orders } = graphs;
      const ids = Array.from({ length: 230 }, (_, i) => `${randomUUID()}-${i}`);
      for (const id of ids) await orders.place(id, '{}');
      for (const id of ids.slice(0, 120).filter((_, i) => i !== 5)) await orders.tell(id, 'well', true);
      const placed = (await orders.placed()).filter(({ id }) => ids.includes(id));
      const waiting = placed.filter(({ done }) => !done).map(({ id }) => id);
      expect(waiting).toEqual([ids[5], ...ids.slice(120, 219)]);
      expect(placed.filter(({ done }) => done).map(({ id }) => id)).toEqual(ids.slice(20, 120));
      expect(placed.map(({ id }) => ids.indexOf(id))).toEqual(placed.map(({ id }) => ids.indexOf(id)).toSorted((a, b) => a - b));
      for (const id of [ids[5]!, ...ids.slice(120)]) await orders.tell(id, 'well', true);
    });

    it('are left as they are when they are placed again', async () => {
      const { orders } = graphs;
      const id = randomUUID();
      await orders.place(id, 'first');
      await orders.tell(id, 'well', true);
      await orders.place(id, 'second');
      expect((await orders.placed()).filter((order) => order.id === id)).toEqual([{ id, text: 'first', told: 'well', done: true }]);
    });
  });
}
