import type { GraphFact } from '@kithline/graph';
import type { Neo4jGraphs } from '@kithline/graph/neo4j';
import { answered, introduced, joined, on, recorded } from '@kithline/graph/testing';
import neo4j from 'neo4j-driver';
import { neo4jHere } from './neo4j-here.ts';
import { graphsOf, openGraph } from './open-graphs.ts';

const facts = recorded([
  joined('ana', on(1)),
  introduced('1', 'ana', 'ben', on(2)),
  answered('1', 'Accepted', on(3)),
  joined('cat', on(3)),
]);
const [anaJoined, made, accepted, catJoined] = facts as readonly [GraphFact, GraphFact, GraphFact, GraphFact];
const record = (fact: GraphFact) => ({ change: 'record', fact }) as const;
const validAt = on(50);

const here = neo4jHere();
if (typeof here === 'string') it.skip(`A graph in Neo4j hears of what was settled (skipped: ${here})`, () => undefined);
else {
  describe('A graph at a position where what was parked is settled', () => {
    let graphs: Neo4jGraphs;
    const driver = neo4j.driver(here.url, neo4j.auth.basic(here.username, here.password), { telemetryDisabled: true });
    beforeAll(async () => (graphs = await graphsOf(here)));
    afterAll(() => Promise.all([graphs.close(), driver.close()]));

    it.each([
      ['in between', [anaJoined, made, catJoined], accepted],
      ['at the end', [anaJoined, made, accepted], catJoined],
    ])('says that it moved when that stands %s, though the position stayed as it was', async (_, first, settled) => {
      const { store, graph } = await openGraph(graphs);
      await store.apply(first.map(record), 0, { position: 4, recordedAt: on(4), ledger: 'parked' });
      const before = await graph({ of: () => 'named' });
      await before.chain({ validAt, person: 'ben' });
      const other = await graphs.graph();
      await store.apply([record(settled)], 4, { position: 4, recordedAt: on(4), ledger: '' });
      await expect(before.chain({ validAt, person: 'cat' })).rejects.toMatchObject({ name: 'GraphMoved' });
      await expect(other.introduced({ validAt })).rejects.toMatchObject({ name: 'GraphMoved' });
      const after = await graph({ of: () => 'named' });
      expect((await after.chain({ validAt, person: 'ben' })).links).toHaveLength(2);
      expect((await after.chain({ validAt, person: 'cat' })).links).toHaveLength(1);
    });

    it('is shown as it was committed by a process that ended before it could show it, and not settled again', async () => {
      const { store } = await openGraph(graphs);
      const g = neo4j.int((await graphs.live())!);
      const run = (statement: string, more: object = {}) =>
        driver.executeQuery(`MATCH (c:Checkpoint {g: $g}) ${statement}`, { g, ...more });
      await store.apply([anaJoined, made, catJoined].map(record), 0, { position: 4, recordedAt: on(4), ledger: 'parked' });
      const { records } = await run('RETURN c.shown AS shown, c.shownLedger AS ledger');
      await store.apply([record(accepted)], 4, { position: 4, recordedAt: on(4), ledger: 'settled' });
      await run('SET c.shown = $shown, c.shownLedger = $ledger', records[0]!.toObject());
      const live = (await graphs.live())!;
      expect(await graphs.checkpoint(live)).toMatchObject({ ledger: 'parked' });
      expect(await graphs.store(live).checkpoint()).toMatchObject({ position: 4, ledger: 'settled' });
      expect(await graphs.checkpoint(live)).toMatchObject({ ledger: 'settled' });
      expect((await (await graphs.graph({ of: () => 'named' })).chain({ validAt, person: 'ben' })).links).toHaveLength(2);
    });

    it('stays as it was when facts are only added', async () => {
      const { store, graph } = await openGraph(graphs);
      await store.apply([anaJoined, made].map(record), 0, { position: 2, recordedAt: on(4), ledger: '' });
      const before = await graph({ of: () => 'named' });
      await store.apply([accepted].map(record), 2, { position: 3, recordedAt: on(4), ledger: '' });
      await store.apply([catJoined].map(record), 3, { position: 4, recordedAt: on(4), ledger: '' });
      expect((await before.chain({ validAt, person: 'ben' })).links).toHaveLength(1);
      expect(await before.knows('cat', validAt)).toBe(false);
      expect((await (await graph({ of: () => 'named' })).chain({ validAt, person: 'ben' })).links).toHaveLength(2);
    });
  });
}
