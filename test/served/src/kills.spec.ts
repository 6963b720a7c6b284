import { randomUUID } from 'node:crypto';
import { InMemoryGraphStore } from '@kithline/graph';
import { catchUp } from '@kithline/projection';
import { everyAnswer, everyWalk } from '@kithline/projection/testing';
import { patiently } from '@kithline/test-stores/patiently';
import neo4j from 'neo4j-driver';
import { whatIsMissing } from '@kithline/infra/neo4j/installation.mjs';
import { dumpOf } from './projector/dump.ts';
import { load } from './projector/load.ts';
import { startedStores, until } from './projector/stores.ts';

/** 30 in CI; 300 by `npm run crash:stores`. A seed makes the same load and the same kills at nearly the same moments. */
const rounds = Number(process.env['KITHLINE_KILL_ROUNDS'] ?? 30);
const seed = Number(process.env['KITHLINE_KILL_SEED'] ?? Date.now() % 1_000_000);
/** How many events are recorded between two kills, at least and at most, and how often a rebuild is ordered. */
const [least, most, rebuildEvery] = [50, 200, 10];
/** Who is killed, in turn: a Neo4j takes longest to come back. */
const victims = ['projector', 'events', 'projector', 'neo4j', 'projector', 'events', 'projector', 'events', 'projector', 'neo4j'] as const;

const missing = whatIsMissing();
if (missing) it.skip(`A projector survives kills (skipped: ${missing})`, () => undefined);
else {
  describe('A projector whose stores and which itself are killed at any moment under load', () => {
    let stores: Awaited<ReturnType<typeof startedStores>>;
    beforeAll(async () => (stores = await startedStores()));
    afterAll(() => stores.end());

    it(
      `has applied every event exactly once after ${rounds} kills, and answers as the graph in memory does (seed ${seed})`,
      async () => {
        const { projector, kill } = stores;
        const log = stores.log();
        await projector.start();
        await until(async () => (await projector.health())?.phase === 'following');

        let [recorded, allowed, isOver] = [0, 0, false];
        const writing = (async () => {
          for (const batch of load(seed)) {
            if (isOver) return;
            await log.record(batch);
            recorded += batch.length;
            await until(() => recorded < allowed || isOver); // the time is for kills, not for catching up
          }
        })();
        const ordered: string[] = [];
        for (let round = 0; round < rounds; round++) {
          allowed = recorded + most;
          const [before, projected] = [recorded, (await projector.health())?.projected ?? 0];
          if (round % rebuildEvery === 0) ordered.push(await order(stores));
          await until(() => recorded > before + least);
          // Every other kill comes while it works, the rest while it may just have begun.
          if (round % 2 === 0) await until(async () => ((await projector.health())?.projected ?? 0) > projected);
          await new Promise((resolve) => setTimeout(resolve, Math.random() * 300));
          await kill[victims[round % victims.length]!]();
        }
        isOver = true;
        await writing;
        const { position } = await log.head();
        const graphs = await stores.graphs();
        await until(async () => (await patiently(() => graphs.generations())).some((each) => each.live && each.position === position));
        await until(async () => (await patiently(() => graphs.orders.placed())).every(({ done }) => done));
        expect((await patiently(() => graphs.orders.placed())).map(({ id }) => id).sort()).toEqual(ordered.sort());
        expect(await projector.end('SIGTERM')).toBe(0);

        const memory = new InMemoryGraphStore();
        await catchUp(log, memory);
        const live = (await patiently(() => graphs.live()))!;
        const graph = await patiently(() => graphs.graph());
        expect(await graphs.store(live).fingerprint()).toBe(memory.fingerprint());
        expect(await everyWalk(graph)).toEqual(await everyWalk(memory.graph()));
        expect(await everyAnswer(graph)).toEqual(await everyAnswer(memory.graph()));
        const undisturbed = await graphs.begin();
        await catchUp(log, graphs.store(undisturbed));
        const driver = neo4j.driver(stores.where.url, neo4j.auth.basic(stores.where.username, stores.where.password), { useBigInt: true });
        expect(await dumpOf(driver, live)).toEqual(await dumpOf(driver, undisturbed));
        await Promise.all([driver.close(), graphs.close(), log.close()]);
      },
      300_000 + rounds * 40_000,
    );
  });
}

/** Has the graph built anew beside the live one, slowly, so that kills come in between. */
async function order(stores: Awaited<ReturnType<typeof startedStores>>): Promise<string> {
  const graphs = await stores.graphs();
  const id = randomUUID();
  await graphs.orders.place(id, JSON.stringify({ rebuild: { accept: false, throttle: 2_000 } }));
  await graphs.close();
  return id;
}
