import 'reflect-metadata';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { leaveAddress, takeAddressAway } from '@kithline/network';
import { BadSettings, whyNotListening } from '@kithline/network/settings';
import { destination, type Logger, pino } from 'pino';
import { application } from './door/application.ts';
import { failureOf } from './door/log-requests.ts';
import { open } from './open.ts';
import { readSettings } from './settings.ts';
import type { Opened } from './stores/opened.ts';
import { serveWeb } from './web.ts';

/** Milliseconds that requests have to end when the process is told to. */
const PATIENCE = 20_000;

/** The composition root: settings, data folder, application, until the process is told to end. */
async function main(): Promise<void> {
  const { stores, host, port, logLevel } = await readSettings(process.argv.slice(2), process.env);
  // nobody waits for whoever reads the log of requests; what they leave unread beyond `maxLength` is dropped
  const lines = destination({ dest: 2, sync: false, minLength: 8_192, maxLength: 16_777_216, periodicFlush: 500 });
  const log = pino({ level: logLevel, base: null }, lines);
  const opened = await open(stores, {
    now: Date.now,
    report: (line, error) => log.warn(error === undefined ? {} : { failure: failureOf(error) }, line),
  });
  const { app } = await application(opened.parts, log);
  await serveWeb(app.getHttpAdapter().getInstance());
  await app.listen(port, host).catch((error: unknown) => {
    throw whyNotListening(error, { host, port });
  });
  const url = await app.getUrl();
  if (stores.mode === 'embedded') leaveAddress(stores.folder, { url, pid: process.pid });
  // Who reads the address may end the process at once.
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => {
      if (stores.mode === 'embedded') takeAddressAway(stores.folder);
      void end(app, opened, log);
    });
  console.log(`Kithline is at ${url}`);
}

/** What has arrived is answered, then the graph is kept for the next start. The second signal ends the process at once. */
async function end(app: NestFastifyApplication, opened: Opened, log: Logger): Promise<void> {
  const late = setTimeout(() => app.getHttpServer().closeAllConnections(), PATIENCE);
  try {
    await app.close();
    await opened.close();
  } catch (error) {
    log.error({ failure: failureOf(error) }, 'the end was not as it should be');
    process.exitCode = 1;
  } finally {
    clearTimeout(late);
    log.flush();
  }
}

await main().catch((error: unknown) => {
  const lines = error instanceof BadSettings ? error.lines : [(error as Error).message];
  for (const line of lines) console.error(`kithline-api: ${line}`);
  process.exitCode = 1;
});
