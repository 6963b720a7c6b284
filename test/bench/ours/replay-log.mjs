/** The replay of a log into the graph, as every start without a snapshot does it; and the bytes that the graph's columns hold. */
import { InMemoryGraphStore } from '@kithline/graph';
import { openSqliteLog } from '@kithline/log';
import { catchUp } from '@kithline/projection';
import { bytesIn } from '../measuring/bytes-in.mjs';
import { say } from '../measuring/child.mjs';

const [path] = process.argv.slice(2);
const began = performance.now();
const log = await openSqliteLog(path, { mode: 'read', now: Date.now });
const store = new InMemoryGraphStore();
const { position } = await catchUp(log, store);
const replayed = performance.now();
store.naming();
say({ ms: replayed - began, derivedMs: performance.now() - replayed, events: position, bytes: bytesIn([store.journal, store.derived()]) });
await log.close();
