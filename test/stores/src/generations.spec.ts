import { CheckpointConflict } from '@kithline/graph';
import type { Neo4jGraphs } from '@kithline/graph/neo4j';
import { joined, on, recorded } from '@kithline/graph/testing';
import neo4j from 'neo4j-driver';
import { neo4jHere } from './neo4j-here.ts';
import { graphsOf } from './open-graphs.ts';

const here = neo4jHere();
if (typeof here === 'string') it.skip(`A graph in Neo4j has generations (skipped: ${here})`, () => undefined);
else {
  describe('Generations in a real Neo4j', () => {
    let graphs: Neo4jGraphs;
    beforeAll(async () => (graphs = await graphsOf(here)));
    afterAll(() => graphs.close());

    /** A generation that holds these persons, each of whom joined. */
    const holding = async (...persons: readonly string[]): Promise<number> => {
      const generation = await graphs.begin();
      const changes = recorded(persons.map((person) => joined(person, on(1)))).map((fact) => ({ change: 'record', fact }) as const);
      await graphs.store(generation).apply(changes, 0, { position: persons.length, recordedAt: on(2), ledger: '' });
      return generation;
    };
    const run = async (cypher: string, g: number) => {
      const driver = neo4j.driver(here.url, neo4j.auth.basic(here.username, here.password));
      const { records } = await driver.executeQuery(cypher, { g: neo4j.int(g) });
      await driver.close();
      return records;
    };
    const known = async (...persons: readonly string[]) => {
      const graph = await graphs.graph();
      const there = await Promise.all(persons.map((person) => graph.knows(person, on(9))));
      return persons.filter((_, i) => there[i]);
    };

    it('are told with their checkpoints, and which one is live', async () => {
      const [first, second] = [await holding('ana', 'ben'), await holding('cat')];
      await graphs.switchTo(first, await graphs.live());
      const told = (await graphs.generations()).filter(({ generation }) => generation === first || generation === second);
      expect(told.map(({ generation, position, recordedAt, live }) => ({ generation, position, recordedAt, live }))).toEqual([
        { generation: first, position: 2, recordedAt: on(2), live: true },
        { generation: second, position: 1, recordedAt: on(2), live: false },
      ]);
      expect(await graphs.live()).toBe(first);
    });

    it('are at another batch after every one, also of events that change nothing, and when only what was parked is another', async () => {
      await graphs.switchTo(await holding('ana'), await graphs.live());
      const { generation, batch } = await graphs.standing();
      const store = graphs.store(generation);
      await store.apply([], 1, { position: 5, recordedAt: on(3), ledger: 'one is parked' });
      expect(await graphs.standing()).toMatchObject({ generation, batch: batch + 1, position: 5 });
      await store.apply([], 5, { position: 5, recordedAt: on(3), ledger: '' });
      expect(await graphs.standing()).toMatchObject({ generation, batch: batch + 2, position: 5 });
      expect(await known('ana', 'ben')).toEqual(['ana']);
    });

    it('stand side by side: one that is written to changes nothing in the live one', async () => {
      const live = await holding('ana', 'ben');
      await graphs.switchTo(live, await graphs.live());
      const beside = await holding('ana', 'cat');
      expect(await known('ana', 'ben', 'cat')).toEqual(['ana', 'ben']);
      await graphs.switchTo(beside, live);
      expect(await known('ana', 'ben', 'cat')).toEqual(['ana', 'cat']);
    });

    it('are switched by one of two who found the same one live', async () => {
      const [before, mine, theirs] = [await holding('ana'), await holding('ben'), await holding('cat')];
      await graphs.switchTo(before, await graphs.live());
      const outcomes = await Promise.allSettled([graphs.switchTo(mine, before), graphs.switchTo(theirs, before)]);
      expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
      expect(await graphs.live()).toBe(outcomes[0].status === 'fulfilled' ? mine : theirs);
      await expect(graphs.switchTo(before, before)).rejects.toThrow(CheckpointConflict);
    });

    it('are written to by one of two processes, and the other hears of it', async () => {
      const generation = await graphs.begin();
      const other = await graphsOf(here);
      try {
        const to = { position: 1, recordedAt: null, ledger: '' };
        const change = recorded([joined('ana', on(1))]).map((fact) => ({ change: 'record', fact }) as const);
        await graphs.store(generation).apply(change, 0, to);
        await expect(other.store(generation).apply(change, 0, to)).rejects.toThrow(CheckpointConflict);
        expect(await other.store(generation).fingerprint()).toBe(await graphs.store(generation).fingerprint());
      } finally {
        await other.close();
      }
    });

    it('leave nothing behind when they are dropped; the live one is not', async () => {
      const [live, gone] = [await holding('ana'), await holding('ben', 'cat')];
      await graphs.switchTo(live, await graphs.live());
      await expect(graphs.drop(live)).rejects.toThrow(CheckpointConflict);
      await graphs.drop(gone);
      await graphs.drop(gone); // once more does no harm
      expect((await graphs.generations()).map(({ generation }) => generation)).not.toContain(gone);
      const [row] = await run('MATCH (n {g: $g}) RETURN count(n) AS left', gone);
      expect(Number(row!.get('left'))).toBe(0);
    });

    it('of a version that did not yet say so in so many words are whole when they have been migrated', async () => {
      const older = await holding('ana', 'ben');
      await graphs.switchTo(older, await graphs.live());
      await run('MATCH (c:Checkpoint {g: $g}) REMOVE c.dropping, c.turnedIn, c.id, c.shown, c.shownLedger', older);
      await run("MATCH (graph:Graph {name: 'kithline'}) SET graph.version = 4", older);
      await graphs.migrate();
      expect(await known('ana', 'ben', 'cat')).toEqual(['ana', 'ben']);
      expect(await graphs.store(older).checkpoint()).toMatchObject({ position: 2 });
    });
  });
}
