import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Neo4jGraphs } from '@kithline/graph/neo4j';
import { joined, on, recorded } from '@kithline/graph/testing';
import { type Neo4j, startNeo4j } from '@kithline/infra/neo4j/server.mjs';
import { neo4jHere } from './neo4j-here.ts';
import { graphsOf } from './open-graphs.ts';
import { patiently } from './patiently.ts';

const [ana, ben] = recorded([joined('ana', on(1)), joined('ben', on(1))]).map((fact) => [{ change: 'record', fact }] as const);
const at = (position: number) => ({ position, recordedAt: null, ledger: '' });
/** Milliseconds in which whoever asks must be told, where a question may take three seconds. */
const SOON = 15_000;

const here = neo4jHere();
if (typeof here === 'string') it.skip(`A Neo4j that hangs is not waited for (skipped: ${here})`, () => undefined);
else {
  describe('A Neo4j that hangs, its connections open', () => {
    const folder = mkdtempSync(join(tmpdir(), 'kithline-hanging-'));
    let server: Neo4j;
    let graphs: Neo4jGraphs;
    beforeAll(async () => {
      server = await startNeo4j({ folder, heap: 256, pageCache: 64, brief: true });
      await (await graphsOf(server)).close(); // whose first questions take longer
      graphs = await Neo4jGraphs.connect({ ...server, queryTimeout: 3_000 });
    });
    afterAll(async () => {
      process.kill(server.pid, 'SIGCONT');
      await graphs.close();
      await server.stop();
      rmSync(folder, { recursive: true });
    });

    const told = async (work: Promise<unknown>): Promise<unknown> => {
      const began = performance.now();
      const error = await work.catch((reason: unknown) => reason);
      expect(performance.now() - began).toBeLessThan(SOON);
      return error;
    };
    const away = { name: 'GraphUnavailable', code: 'unavailable' };

    it('is told of in time by whatever is asked of it, and is in use again when it goes on', async () => {
      const generation = await patiently(() => graphs.begin());
      await patiently(async () => graphs.switchTo(generation, await graphs.live()));
      const store = graphs.store(generation);
      await patiently(() => store.apply(ana!, 0, at(1)));
      process.kill(server.pid, 'SIGSTOP');
      expect(await told(graphs.standing())).toMatchObject(away);
      expect(await told(graphs.sources())).toMatchObject(away);
      expect(await told(graphs.begin())).toMatchObject(away);
      expect(await told(store.apply(ben!, 1, at(2)))).toMatchObject(away);
      process.kill(server.pid, 'SIGCONT');
      await patiently(() => store.apply(ben!, 1, at(2)));
      expect(await patiently(() => graphs.standing())).toMatchObject({ generation, position: 2 });
    });
  });
}
