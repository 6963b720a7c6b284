import { type EventStoreLog, type EventStoreLogOptions, openEventStoreLog, type Timing } from '@kithline/log/eventstoredb';
import { EventStoreServer, type ServerOptions } from '../server/index.ts';

/** Short enough that a test of what takes too long does not; long enough for a busy machine. */
export const impatient: Timing = { answer: 700, patience: 15_000, moment: 60_000, silence: 300, pause: 10, longestPause: 100 };

/** A server and logs on it, all gone after each test. */
export function onAServer() {
  const logs: EventStoreLog[] = [];
  const servers: EventStoreServer[] = [];
  afterEach(async () => {
    await Promise.all(logs.splice(0).map((log) => log.close()));
    for (const server of servers.splice(0)) server.stop();
  });

  return {
    async start(options?: ServerOptions): Promise<EventStoreServer> {
      const server = await EventStoreServer.start(options);
      servers.push(server);
      return server;
    },
    open(url: string, options: Partial<EventStoreLogOptions> = {}): EventStoreLog {
      const log = openEventStoreLog(url, { jitter: Math.random, timing: impatient, ...options });
      logs.push(log);
      return log;
    },
  };
}

/** Until something is so; fails with the test's own time limit where it never is. */
export async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await isSo())) await new Promise((resolve) => setTimeout(resolve, 5));
}
