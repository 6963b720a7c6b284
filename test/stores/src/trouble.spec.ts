import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Neo4jGraphs } from '@kithline/graph/neo4j';
import { joined, on, recorded } from '@kithline/graph/testing';
import { type Neo4j, startNeo4j } from '@kithline/infra/neo4j/server.mjs';
import { neo4jHere } from './neo4j-here.ts';
import { graphsOf } from './open-graphs.ts';
import { patiently } from './patiently.ts';

const joining = (count: number) => recorded(Array.from({ length: count }, (_, i) => joined(`p${i}`, on(1))));
const changes = (count: number) => joining(count).map((fact) => ({ change: 'record', fact }) as const);

const here = neo4jHere();
if (typeof here === 'string') it.skip(`A Neo4j in trouble is told from one that answers (skipped: ${here})`, () => undefined);
else {
  describe('A Neo4j in trouble', () => {
    const folder = mkdtempSync(join(tmpdir(), 'kithline-trouble-'));
    let server: Neo4j;
    let graphs: Neo4jGraphs;
    let tooEarly: unknown;
    beforeAll(async () => {
      server = await startNeo4j({ folder, heap: 256, pageCache: 64, brief: true });
      const bare = await patiently(() => Neo4jGraphs.connect(server));
      tooEarly = await patiently(() => bare.orders.place('too-early', '{}')).catch((reason: unknown) => reason);
      await bare.close();
      graphs = await graphsOf(server);
    });
    afterAll(async () => {
      await graphs?.close();
      await server?.kill();
      rmSync(folder, { recursive: true });
    });

    it('takes no order before it is prepared, and says so', async () => {
      expect(tooEarly).toMatchObject({ name: 'GraphUnavailable', code: 'not-prepared' });
      expect(await graphs.orders.placed()).toEqual([]);
    });

    it('lets nobody in with a wrong password, and does not tell the right one', async () => {
      const error: unknown = await Neo4jGraphs.connect({ ...server, password: 'wrong' }).catch((reason: unknown) => reason);
      expect(error).toMatchObject({ name: 'GraphUnavailable', code: 'denied' });
      expect(String(error)).not.toContain(server.password);
    });

    it('is not there where nobody listens', async () =>
      expect(Neo4jGraphs.connect({ ...server, url: 'bolt://127.0.0.1:1' })).rejects.toMatchObject({ code: 'unavailable' }));

    it('is not started at a port that is taken', async () =>
      expect(startNeo4j({ folder, port: server.port, brief: true })).rejects.toThrow(`port ${server.port} is in use`));

    it('refuses a batch beyond the memory of a transaction, and all of it', async () => {
      const store = graphs.store(await graphs.begin());
      const applied = store.apply(changes(30_000), 0, { position: 30_000, recordedAt: null, ledger: '' });
      await expect(applied).rejects.toMatchObject({ name: 'GraphUnavailable', code: 'too-large' });
      expect(await store.checkpoint()).toEqual({ position: 0, recordedAt: null, ledger: '' });
      await store.apply(changes(3), 0, { position: 3, recordedAt: null, ledger: '' });
    });

    it('has everything that was committed after it was killed, at the same address, and its clients go on', async () => {
      const store = graphs.store(await graphs.begin());
      const to = { position: 7, recordedAt: on(2), ledger: 'kept' };
      await store.apply(changes(7), 0, to);
      const before = await store.fingerprint();
      await server.kill();
      await expect(store.checkpoint()).rejects.toMatchObject({ code: 'unavailable' });
      server = await startNeo4j({ folder, port: server.port, brief: true });
      expect(await patiently(() => store.checkpoint())).toEqual(to);
      expect(await store.fingerprint()).toBe(before);
    });
  });
}
