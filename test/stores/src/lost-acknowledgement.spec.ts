import { InMemoryGraphStore } from '@kithline/graph';
import { Neo4jGraphs } from '@kithline/graph/neo4j';
import { joined, on, recorded } from '@kithline/graph/testing';
import neo4j from 'neo4j-driver';
import { BoltProxy } from './bolt-proxy.ts';
import { neo4jHere } from './neo4j-here.ts';
import { graphsOf } from './open-graphs.ts';

const facts = recorded([joined('ana', on(1)), joined('ben', on(2)), joined('cat', on(3))]);
const batches = facts.map(
  (fact) => [[{ change: 'record', fact }], fact.position - 1, { position: fact.position, recordedAt: on(4), ledger: '' }] as const,
);

const here = neo4jHere();
if (typeof here === 'string') it.skip(`A commit whose acknowledgement is lost counts once (skipped: ${here})`, () => undefined);
else {
  describe('A batch whose connection is cut when its commit was sent', () => {
    const proxy = new BoltProxy(here.url);
    let graphs: Neo4jGraphs;
    beforeAll(async () => {
      await (await graphsOf(here)).close();
      graphs = await Neo4jGraphs.connect({ ...here, url: await proxy.start() });
    });
    afterAll(async () => {
      await graphs.close();
      await proxy.stop();
    });

    /** A generation with the first batch in it; the second is to meet the proxy. */
    const begun = async () => {
      const store = graphs.store(await graphs.begin());
      await store.apply(...batches[0]!);
      Object.assign(proxy, { isAway: false, isAwayAfter: false, cut: 0 });
      return store;
    };
    /** The third batch goes on, and everything is there once. */
    const isWhole = async (store: Awaited<ReturnType<typeof begun>>): Promise<void> => {
      expect(proxy.cut).toBe(1);
      await store.apply(...batches[2]!);
      const memory = new InMemoryGraphStore();
      for (const batch of batches) await memory.apply(...batch);
      expect(await store.fingerprint()).toBe(memory.fingerprint());
      const driver = neo4j.driver(here.url, neo4j.auth.basic(here.username, here.password));
      const counted = 'MATCH (p:Person {g: $g}) OPTIONAL MATCH (p)-[r:JOINED]->() RETURN count(DISTINCT p) AS persons, count(r) AS joined';
      const { records } = await driver.executeQuery(counted, { g: neo4j.int(store.generation) }, { database: 'neo4j' });
      await driver.close();
      expect(records.map((record) => [Number(record.get('persons')), Number(record.get('joined'))])).toEqual([[3, 3]]);
    };
    const away = { name: 'GraphUnavailable', code: 'unavailable' };

    it('is applied when the checkpoint says that it was committed', async () => {
      const store = await begun();
      proxy.fate = 'answer lost';
      await store.apply(...batches[1]!);
      await isWhole(store);
    });

    it('is settled when it is given again, where the checkpoint could not be read either', async () => {
      const store = await begun();
      Object.assign(proxy, { fate: 'answer lost', isAwayAfter: true });
      await expect(store.apply(...batches[1]!)).rejects.toMatchObject(away);
      await expect(store.apply(...batches[1]!)).rejects.toMatchObject(away);
      proxy.isAway = false;
      await store.apply(...batches[1]!);
      await isWhole(store);
    });

    it('is applied when it is given again, where it was not committed', async () => {
      const store = await begun();
      proxy.fate = 'commit lost';
      await expect(store.apply(...batches[1]!)).rejects.toMatchObject(away);
      expect(await store.checkpoint()).toMatchObject({ position: 1 });
      await store.apply(...batches[1]!);
      await isWhole(store);
    });
  });
}
