import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startNeo4j } from '@kithline/infra/neo4j/server.mjs';
import { Neo4jGraphs } from '@kithline/graph/neo4j';
import { openEventStoreLog } from '@kithline/log/eventstoredb';
import { ServerProcess } from '@kithline/test-event-store';
import { patiently } from '@kithline/test-stores/patiently';
import { ProjectorProcess } from './projector-process.ts';

/** Stores of its own for a test that kills them, and a projector between them; all gone afterwards. */
export async function startedStores() {
  const folder = mkdtempSync(join(tmpdir(), 'kithline-projector-'));
  const events = new ServerProcess(join(folder, 'events.ndjson'));
  let [neo4j] = await Promise.all([startNeo4j({ folder: join(folder, 'neo4j'), brief: true }), events.start()]);
  const { url, port, username, password } = neo4j;
  const settings = { LOG: 'eventstoredb', EVENTSTORE_URL: events.url, GRAPH: 'neo4j', NEO4J_URL: url, NEO4J_PASSWORD: password };
  const projector = new ProjectorProcess(settings);
  const restart = async (): Promise<void> => {
    await neo4j.kill();
    neo4j = await startNeo4j({ folder: join(folder, 'neo4j'), port, brief: true });
  };
  return {
    projector,
    /** What names the stores to a process. */
    settings,
    where: { url, username, password },
    log: () =>
      openEventStoreLog(events.url, { jitter: Math.random, timing: { answer: 2_000, patience: 60_000, pause: 20, longestPause: 500 } }),
    graphs: () => patiently(() => Neo4jGraphs.connect({ url, username, password })),
    /** SIGKILL, and again in use when this resolves. */
    kill: {
      events: async (): Promise<void> => {
        await events.kill();
        await events.start();
      },
      neo4j: restart,
      projector: async (): Promise<void> => {
        await projector.end('SIGKILL');
        await projector.start();
      },
    },
    /** SIGSTOP: Neo4j lives and does nothing, until SIGCONT. */
    signalNeo4j: (signal: 'SIGSTOP' | 'SIGCONT'): boolean => process.kill(neo4j.pid, signal),
    end: async (): Promise<void> => {
      await projector.end('SIGKILL');
      await Promise.all([neo4j.kill(), events.kill()]);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await isSo())) await new Promise((resolve) => setTimeout(resolve, 50));
}
