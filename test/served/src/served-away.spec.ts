import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Neo4j, startNeo4j } from '@kithline/infra/neo4j/server.mjs';
import { ServerProcess } from '@kithline/test-event-store';
import { Served } from '@kithline/test-stories/served';
import { whatIsMissing } from '@kithline/infra/neo4j/installation.mjs';
import { ProjectorProcess } from './projector/projector-process.ts';
import { until } from './projector/stores.ts';
import { isReady } from './served/asking.ts';

const missing = whatIsMissing();
if (missing) it.skip(`A server whose stores are away waits for them (skipped: ${missing})`, () => undefined);
else {
  describe('A server whose stores are away', () => {
    const folder = mkdtempSync(join(tmpdir(), 'kithline-away-'));
    const events = new ServerProcess(join(folder, 'events.ndjson'));
    let neo4j: Neo4j;
    let projector: ProjectorProcess;
    let served: Served;
    const startGraph = async (): Promise<void> =>
      void (neo4j = await startNeo4j({ folder: join(folder, 'neo4j'), port: neo4j.port, brief: true }));

    /** Started once, to be given their addresses, and stopped before anybody asks them. */
    beforeAll(async () => {
      [neo4j] = await Promise.all([startNeo4j({ folder: join(folder, 'neo4j'), brief: true }), events.start()]);
      await Promise.all([neo4j.stop(), events.kill()]);
      const settings = {
        LOG: 'eventstoredb',
        EVENTSTORE_URL: events.url,
        GRAPH: 'neo4j',
        NEO4J_URL: neo4j.url,
        NEO4J_PASSWORD: neo4j.password,
      };
      projector = new ProjectorProcess(settings);
      await projector.start();
      served = await Served.on(join(folder, 'api'), { ...settings, LOG_LEVEL: 'warn' });
    });
    afterAll(async () => {
      await served?.stop();
      await projector?.end('SIGKILL');
      if (neo4j) process.kill(neo4j.pid, 'SIGCONT');
      await Promise.all([neo4j?.kill(), events.kill()]);
      rmSync(folder, { recursive: true, force: true });
    });

    const told = async (path: string, init?: RequestInit) => {
      const answer = await served.fetch(path, init);
      const { code } = (await answer.json()) as { code?: string };
      return { status: answer.status, code, later: answer.headers.get('retry-after') !== null };
    };
    const away = (code: string) => ({ status: 503, code, later: true });
    const join_ = (person: string, key: string) =>
      told(`/v1/members/${person}/join`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'idempotency-key': key },
        body: JSON.stringify({ communityId: 'quay' }),
      });
    const saidOf = (text: string): number => served.said.split(text).length - 1;

    it('says so, is alive, and goes on when they come', async () => {
      expect(await told('/health/live')).toMatchObject({ status: 200 });
      await until(() => saidOf('waiting for the graph') === 1 && saidOf('waiting for the log') === 1);
      expect(await told('/health/ready')).toEqual(away('graph_unavailable'));
      expect(await told('/v1/retention')).toEqual(away('graph_unavailable'));
      expect(await join_('ana', 'first')).toEqual(away('log_unavailable'));
      await Promise.all([startGraph(), events.start()]);
      await isReady(served);
      expect(await join_('ana', 'first')).toMatchObject({ status: 201 });
      await until(() => saidOf('the graph is back') === 1 && saidOf('the log is back') === 1);
      expect(saidOf('waiting for the graph: Neo4j at')).toBeGreaterThan(0);
    });

    it('answers no question without its graph, records all the same, and then answers with what came meanwhile', async () => {
      await neo4j.kill();
      await until(async () => (await told('/v1/introduced?all=true&disclosure=none')).code === 'graph_unavailable');
      expect(await told('/v1/introduced?all=true&disclosure=none')).toEqual(away('graph_unavailable'));
      expect(await join_('ben', 'second')).toMatchObject({ status: 201 });
      await until(async () => (await told('/health/ready')).code === 'graph_unavailable');
      await startGraph();
      const { position } = await served.tell('members/cat/join', { communityId: 'quay' });
      await until(async () => (await told(`/v1/chain/ben?disclosure=none&wait-for=${position}`)).status === 200);
    });

    it('says so when its graph hangs, as the projector does, and both go on with it', async () => {
      process.kill(neo4j.pid, 'SIGSTOP');
      const began = performance.now();
      await until(async () => (await told('/health/ready')).code === 'graph_unavailable');
      await until(async () => (await projector.fetch('/health/ready')).status === 503);
      expect(performance.now() - began).toBeLessThan(60_000);
      expect(await projector.health()).toMatchObject({ phase: 'waiting', problems: [expect.stringContaining('does not answer')] });
      const { position } = await served.tell('members/eva/join', { communityId: 'quay' });
      process.kill(neo4j.pid, 'SIGCONT');
      await until(async () => (await told(`/v1/chain/eva?disclosure=none&wait-for=${position}`)).status === 200);
      await until(async () => (await projector.fetch('/health/ready')).status === 200);
    });

    it('answers questions without its log, and records when it is back, once', async () => {
      await events.kill();
      expect(await told('/v1/chain/ben?disclosure=none')).toMatchObject({ status: 200 });
      expect(await join_('dan', 'third')).toEqual(away('log_unavailable'));
      expect(await told('/health/ready')).toEqual(away('log_unavailable'));
      await events.start();
      expect([await join_('dan', 'third'), await join_('dan', 'third')]).toMatchObject([{ status: 201 }, { status: 201 }]);
      await until(async () => (await told('/v1/chain/dan?disclosure=none')).status === 200);
    });
  });
}
