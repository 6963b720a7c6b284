import { definitionHash, policies, type Asked, type Raw } from '@kithline/metrics';
import type { Recorded, SqliteLog } from '@kithline/log';
import { formatInstant } from '@kithline/touchpoints';
import { openToRead } from '../data-folder.ts';
import type { Call, Run } from '../door/door.ts';
import { exitCodes } from '../door/problem.ts';
import { write } from '../door/write.ts';
import { openGraph } from '../graph.ts';
import { filterOf } from './event-filter.ts';
import { eventRow, type EventRow } from './event-row.ts';
import { positionOf } from './known-at.ts';
import { readQuestion } from './read-question.ts';

type Events = Asked<'events'>;
/** Everything a listing needs: which events, up to where, and as what they are shown. */
type Listing = Readonly<{
  log: SqliteLog;
  asked: Events;
  upTo: number;
  wanted: (recorded: Recorded) => boolean;
  rowOf: (recorded: Recorded) => Promise<EventRow>;
}>;

/** `kithline events`: the log itself, for whoever keeps it. */
export const run: Run = async (call) => {
  const { follow, ...options } = call.options;
  const asked = readQuestion('events', call.args, options as Raw) as Events;
  const log = await openToRead(call);
  try {
    const embedded = await openGraph(call, log);
    const naming = embedded.store.naming();
    const isErased = (id: string): boolean => naming.of(id) === 'erased';
    const rowOf = async (recorded: Recorded): Promise<EventRow> => eventRow(recorded, await log.hashAt(recorded.position), isErased);
    const upTo = await positionOf(asked['known-at'], log, embedded.projection.position);
    const wanted = filterOf({ ...asked, after: asked.after ?? 0, upTo: follow === true ? Infinity : upTo, validAt: asked['valid-at'] });
    const listing = { log, asked, upTo, wanted, rowOf };
    if (follow === true) await followEvents(call, listing);
    else if (call.json) await answerJson(call, listing);
    else await printEvents(call, listing);
    return exitCodes.ok;
  } finally {
    await log.close();
  }
};

/** Rows in order of position, as many as were asked for. */
async function* rowsOf({ log, asked, upTo, wanted, rowOf }: Listing): AsyncGenerator<EventRow> {
  let left = asked.limit ?? Infinity;
  const pages = asked.stream === undefined ? log.readAll(asked.after, upTo) : [await log.readStream(asked.stream)];
  for await (const page of pages) {
    for (const recorded of page.filter(wanted)) {
      if (left-- <= 0) return;
      yield await rowOf(recorded);
    }
  }
}

const noFigures = [
  'value',
  'lower',
  'upper',
  'order_lower',
  'order_upper',
  'n',
  'k',
  'n_mature',
  'n_immature',
  'n_censored',
  'n_noconsent',
];

/** The answer is written as it is read: a log is larger than memory. */
async function answerJson({ door }: Call, listing: Listing): Promise<void> {
  const { log, asked, upTo } = listing;
  const head = await log.head();
  const { type, stream, community, after, limit } = asked;
  const parameters = { type, stream, community, after, limit };
  const top = {
    question: 'events',
    ...Object.fromEntries(noFigures.map((name) => [name, null])),
    suppressed: false,
    head: head.position,
    variant: null,
    V: await validAt(listing),
    K: upTo,
    definitionHash: definitionHash({ metric: 'events', version: 1, parameters }),
    policyVersion: policies[asked.disclosure].version,
    disclosure: asked.disclosure,
    notes: ['not_for_publication'],
    groups: [],
    comparison: null,
  };
  await write(door.out, `${JSON.stringify(top).slice(0, -1)},"rows":[`);
  let separator = '';
  for await (const row of rowsOf(listing)) {
    await write(door.out, separator + JSON.stringify(row));
    separator = ',\n';
  }
  await write(door.out, ']}\n');
}

async function validAt({ log, asked, upTo }: Listing): Promise<string | null> {
  const [page] = asked['valid-at'] === undefined ? await pageAt(log, upTo) : [];
  const at = asked['valid-at'] ?? page?.recordedAt;
  return at === undefined ? null : formatInstant(at);
}

async function pageAt(log: SqliteLog, position: number): Promise<readonly Recorded[]> {
  return position === 0 ? [] : log.readPage(position - 1, position);
}

async function printEvents({ door }: Call, listing: Listing): Promise<void> {
  await write(door.out, `As it was at ${(await validAt(listing)) ?? 'no time'} (V), as known at position ${listing.upTo} (K).\n\n`);
  for await (const row of rowsOf(listing)) await write(door.out, lineOf(row));
}

/** What is there, and then whatever is recorded, by any process, until Ctrl-C: an object a line with --json. */
async function followEvents({ json, door }: Call, { log, asked, wanted, rowOf }: Listing): Promise<void> {
  let left = asked.limit ?? Infinity;
  for await (const page of log.follow(asked.after ?? 0, door.signal)) {
    for (const recorded of page.filter(wanted)) {
      const row = await rowOf(recorded);
      await write(door.out, json ? `${JSON.stringify(row)}\n` : lineOf(row));
      if (--left <= 0) return;
    }
  }
}

const lineOf = ({ position, time, type, stream, data, masked }: EventRow): string =>
  `${String(position).padStart(9)}  ${String(time)}  ${String(type)}  ${masked === true ? '(erased)' : `${String(stream)}  ${JSON.stringify(data)}`}\n`;
