import type { GraphFact } from '@kithline/graph';
import type { Neo4jGraphs } from '@kithline/graph/neo4j';
import { introduced, joined, on, recorded } from '@kithline/graph/testing';
import { neo4jHere } from './neo4j-here.ts';
import { graphsOf, openGraph } from './open-graphs.ts';

const validAt = on(50);
const READERS = 6;
const record = (fact: GraphFact) => ({ change: 'record', fact }) as const;

/** Asks again and again, several at a time, until the work is done; what is thrown by one fails the test. */
async function askedDuring(work: Promise<unknown>, ask: () => Promise<unknown>): Promise<void> {
  let done = false;
  const asking = Array.from({ length: READERS }, async () => {
    while (!done) await ask();
  });
  await Promise.all([work.finally(() => (done = true)), ...asking]);
}

const here = neo4jHere();
if (typeof here === 'string') it.skip(`A graph in Neo4j is asked while it is written (skipped: ${here})`, () => undefined);
else {
  // A commit on Neo4j becomes visible piece by piece.
  describe('A graph that is asked while a batch is committed', () => {
    let graphs: Neo4jGraphs;
    beforeAll(async () => (graphs = await graphsOf(here)));
    afterAll(() => graphs.close());

    it('stands where one batch ended, and has the ledger of that', async () => {
      const { store } = await openGraph(graphs);
      const live = (await graphs.live())!;
      const ledgerAt = (position: number): string => `${position} `.padEnd([3, 40, 2_000][position % 3]!, 'x');
      const writing = async (): Promise<void> => {
        for (let i = 0; i < 400; i++) await store.apply([], i, { position: i + 1, recordedAt: on(1) + i, ledger: ledgerAt(i + 1) });
      };
      await askedDuring(writing(), async () => {
        const { batch, position } = await graphs.standing();
        expect(position).toBe(batch);
        const checkpoint = await graphs.checkpoint(live);
        if (checkpoint.position > 0) expect(checkpoint.ledger).toBe(ledgerAt(checkpoint.position));
      });
    });

    it('knows whoever was recorded up to its position', async () => {
      const { store } = await openGraph(graphs);
      const many = 1_500;
      for (let round = 0; round < 4; round++) {
        const from = round * many;
        const facts = recorded(
          Array.from({ length: many }, (_, i) => joined(`p${from + i}`, on(1))),
          from,
        );
        const writing = store.apply(facts.map(record), from, { position: from + many, recordedAt: on(2), ledger: '' });
        let next = 0;
        await askedDuring(writing, async () => {
          const graph = await graphs.graph({ of: () => 'named' });
          if (graph.position < from + many) return;
          const person = `p${from + (next++ % many)}`;
          expect([person, await graph.knows(person, validAt)]).toEqual([person, true]);
          expect((await graph.chain({ validAt, person })).links).toHaveLength(1);
        });
      }
    });

    it('finds a path that there was while both its ends are introduced to others', async () => {
      const { store } = await openGraph(graphs);
      const pairs = 300;
      let position = 0;
      const apply = (drafts: Parameters<typeof recorded>[0]): Promise<void> => {
        const facts = recorded(drafts, position);
        const from = position;
        position += facts.length;
        return store.apply(facts.map(record), from, { position, recordedAt: on(2), ledger: '' });
      };
      //  p ──▶ q,  x ──▶ y ──▶ z; and then z, whose tree is the taller one, brings p
      for (let round = 0; round < 6; round++) {
        const name = (i: number, who: string): string => `${round}-${i}-${who}`;
        const told = (i: number, a: string, b: string) => introduced(name(i, a + b), name(i, a), name(i, b), on(1));
        const each = Array.from({ length: pairs }, (_, i) => i);
        await apply(each.flatMap((i) => [told(i, 'p', 'q'), told(i, 'x', 'y'), told(i, 'y', 'z')]));
        let next = 0;
        await askedDuring(apply(each.map((i) => told(i, 'z', 'p'))), async () => {
          const i = (next += 7) % pairs;
          const graph = await graphs.graph({ of: () => 'named' });
          const between = { from: name(i, 'p'), to: name(i, 'q'), mode: 'shortest', over: ['introductions'] } as const;
          expect((await graph.paths({ validAt, ...between, undirected: true, ever: false })).paths).toHaveLength(1);
        });
      }
    });
  });
}
