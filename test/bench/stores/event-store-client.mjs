/**
 * One side of a measurement of EventStoreDB, in a process of its own, `event-store-client.mjs <side> <kind> <url> <tenant> [events]`. Side:
 * `ours`, the adapter, or `bare`, its client. Kind: `single` appends of 32 clients, `batches` of 500 events in one append, `follow` of so many
 * events. What appends and follows runs for days, so each does so before it is measured: else most of what is measured is how code is compiled.
 * It says when it is ready, works once for each line it is given, and says how much it did.
 */
import { createInterface } from 'node:readline';
import { EventStoreDBClient, jsonEvent, NO_STREAM, START, streamNameFilter } from '@eventstore/db-client';
import { storedId } from '@kithline/touchpoints';
import { say } from '../measuring/child.mjs';

const [side, kind, url, tenant, events] = process.argv.slice(2);
/** Streams are short (STORES B4): after so many events a client begins another one. */
const [CLIENTS, WARM, SLICE, LENGTH, BATCH] = [32, 5000, 500, 50, 500];

/** In its canonical form, as a command leaves it. */
const eventOf = (person, i) => ({
  specversion: '1.0',
  id: `${person}-${i}`,
  source: 'urn:example:bench',
  type: 'org.kithline.TouchpointRecorded.v1',
  time: '2026-01-01T00:00:00Z',
  subject: `member/${person}`,
  community: 'harbour',
  data: { touchpointId: `${person}-${i}`, personId: person, communityId: 'harbour', kind: 'drop-in' },
});

/** As a user of the bare client would send it: the same event under the same id, which makes a repeated append harmless, and no more. */
const proposed = (event) => jsonEvent({ id: storedId(event.source, event.id), type: 'TouchpointRecorded', data: event });

/** Loaded only here: it changes how the client sends what it is given (libs/log/src/eventstoredb/bytes.ts). */
const ours = async () => {
  const { openEventStoreLog } = await import('@kithline/log/eventstoredb');
  const log = openEventStoreLog(url, { tenant, jitter: Math.random });
  return {
    append: (person, events, at) => log.append(`member/${person}`, events, at < 0 ? 'no-stream' : at),
    follow: async (wanted) => {
      const abort = new AbortController();
      let seen = 0;
      for await (const page of log.follow(0, abort.signal)) if ((seen += page.length) >= wanted) break;
      abort.abort();
    },
    end: () => log.close(),
  };
};

const bare = () => {
  const client = EventStoreDBClient.connectionString(url);
  return {
    append: (person, events, at) =>
      client.appendToStream(`${tenant}.member-${person}`, events.map(proposed), { expectedRevision: at < 0 ? NO_STREAM : BigInt(at) }),
    follow: async (wanted) => {
      const subscription = client.subscribeToAll({ fromPosition: START, filter: streamNameFilter({ prefixes: [`${tenant}.`] }) });
      let seen = 0;
      for await (const { event } of subscription) if (event && (seen += 1) >= wanted) break;
      await subscription.unsubscribe();
    },
    end: () => client.dispose(),
  };
};

const store = await { ours, bare }[side]();
const size = kind === 'batches' ? BATCH : 1;
let done = 0;

/** Appends to one stream after the other, and goes on where it stopped. */
const clients = Array.from({ length: kind === 'batches' ? 1 : CLIENTS }, (_, client) => {
  let [stream, length] = [0, 0];
  return async (end) => {
    while (performance.now() < end) {
      if (length === LENGTH) [stream, length] = [stream + 1, 0];
      const person = `${side}-${client}-${stream}`;
      const events = Array.from({ length: size }, (_, i) => eventOf(person, length * size + i));
      await store.append(person, events, length * size - 1);
      length += 1;
      done += size;
    }
  };
});

const appends = (ms) => {
  const end = performance.now() + ms;
  return Promise.all(clients.map((client) => client(end)));
};
const follows = () => store.follow(Number(events)).then(() => (done += Number(events)));

await (kind === 'follow' ? follows() : appends(WARM));
say({ isReady: true });
for await (const line of createInterface({ input: process.stdin })) {
  const [before, began] = [done, performance.now()];
  await (kind === 'follow' ? follows() : appends(SLICE));
  say({ turn: line, perSecond: ((done - before) * 1000) / (performance.now() - began) });
}
await store.end();
say({ done });
process.exit(0);
