import { openEventStoreLog } from '@kithline/log/eventstoredb';
import { Neo4jGraphs } from '@kithline/graph/neo4j';
import { whyNotListening } from '@kithline/network/settings';
import { destination, type Logger, pino } from 'pino';
import { exitCodeOf, exitCodes } from './following/failures.ts';
import { Metrics } from './health/metrics.ts';
import { HealthServer } from './health/server.ts';
import { project } from './projector.ts';
import { readSettings, type Settings } from './settings.ts';
import { atTheStart } from './standing.ts';

/** Milliseconds that the batch in hand has to be finished when the process is told to end; then it is left undone as a whole. */
const PATIENCE = 9_000;

/** The composition root: settings, stores, health, until the process is told to end. */
async function main(): Promise<void> {
  const settings = await readSettings(process.env);
  const log = pino({ level: settings.logLevel, base: null }, destination({ dest: 2, sync: true }));
  const standing = atTheStart(Date.now());
  const metrics = new Metrics(standing, Date.now);
  const health = new HealthServer({ standing, metrics, now: Date.now });
  const url = await health.listen(settings.port, settings.host).catch((error: unknown) => {
    throw whyNotListening(error, settings);
  });
  const ending = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => end(ending, log));
  console.log(`Kithline's projector tells how it is at ${url}`);
  const heard = (line: string, failure?: unknown): void => (failure === undefined ? log.info(line) : log.warn(line));
  const events = openLog(settings, { heard, alive: () => (standing.movedAt = Date.now()) });
  try {
    await project(
      {
        log: events,
        connect: () => Neo4jGraphs.connect(settings.graph),
        standing,
        metrics,
        limits: settings.limits,
        now: Date.now,
        random: Math.random,
        heard,
      },
      ending.signal,
    );
    log.info(`stopped at position ${standing.position}`);
  } finally {
    standing.phase = 'stopping';
    await health.close();
    await events.close();
  }
}

type Told = Readonly<{ heard: (line: string, failure?: unknown) => void; alive: () => void }>;

const openLog = ({ log: { url, tenant, credentials } }: Settings, { heard, alive }: Told) =>
  openEventStoreLog(url, {
    tenant,
    ...(credentials && { credentials }),
    jitter: Math.random,
    alive,
    heard: (trouble) => heard(`waiting: ${trouble.message}`, trouble),
  });

function end(ending: AbortController, log: Logger): void {
  ending.abort();
  setTimeout(() => {
    log.warn('the batch in hand takes too long: it is left undone');
    process.exit(0);
  }, PATIENCE).unref();
}

await main().catch((error: unknown) => {
  const isSettings = error instanceof Error && error.name === 'BadSettings';
  for (const line of (error as Error).message.split('\n')) console.error(`kithline-projector: ${line}`);
  process.exit(isSettings ? exitCodes.badSettings : exitCodeOf(error));
});
