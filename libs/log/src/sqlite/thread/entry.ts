/** The thread that writes a log: started by threaded-log.ts, with the path of the log. */
import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import { SqliteLog } from '../sqlite-log.ts';
import type { Said } from './messages.ts';
import { sent } from './sent-error.ts';
import { takeOrders } from './take-orders.ts';

// The clock is handed in everywhere else; a function cannot cross over to a thread.
// eslint-disable-next-line no-restricted-properties -- a thread is the root of what runs in it
const now = Date.now;
const port = parentPort as MessagePort;
const say = (said: Said): void => port.postMessage(said);
try {
  const log = SqliteLog.open(workerData as string, { mode: 'write', now });
  takeOrders(log, port);
  say({ opened: true });
} catch (error) {
  say({ error: sent(error) });
}
