/** `npm run event-store`: what the tests take for an EventStoreDB, to try the served mode without one, until Ctrl-C. Its events stay in a file. */
import { mkdirSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { EventStoreServer } from './event-store-server.ts';

const options = {
  data: { type: 'string', default: 'kithline-data/event-store.ndjson' },
  port: { type: 'string', default: '2113' },
} as const;

try {
  const { data, port } = parseArgs({ options }).values;
  if (!/^\d{1,5}$/.test(port)) throw new Error(`--port wants a whole number, not ${port}`);
  const file = resolve(data);
  mkdirSync(dirname(file), { recursive: true });
  const server = await EventStoreServer.start({ port: Number(port), file });
  console.log(`A stand-in for EventStoreDB, for trying and not for keeping, answers at ${server.url}. Ctrl-C stops it.`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => server.stop());
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}
