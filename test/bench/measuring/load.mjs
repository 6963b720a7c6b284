/** Load over HTTP, from autocannon. */
import { setTimeout as wait } from 'node:timers/promises';
import autocannon from 'autocannon';

const CLIENTS = 32;
const SETTLED = 2000;

/** Sends what `request(i)` gives for i = 0, 1, … and tells requests a second and the 99th percentile in ms. Any answer but 2xx is an error. */
async function send(address, request, options) {
  let sent = 0;
  const setupRequest = (given) => ({ ...given, ...request(sent++) });
  await wait(SETTLED); // what the load before left in the queue is not this one's
  const result = await autocannon({ url: address, connections: CLIENTS, requests: [{ setupRequest }], ...options });
  if (result.non2xx + result.errors > 0)
    throw new Error(`${result.non2xx} of ${result['2xx']} answers were errors: ${JSON.stringify(result.statusCodeStats)}`);
  return { perSecond: result.requests.average, p99: result.latency.p99 };
}

/** As much as it bears. */
export const load = (address, request, seconds = 4) => send(address, request, { duration: seconds });

/** Half of what it bore. */
export const loadAtHalf = (address, request, perSecond, seconds = 8) =>
  send(address, request, { duration: seconds, overallRate: Math.max(1, Math.round(perSecond / 2)) });
