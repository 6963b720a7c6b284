import type { Asked, Raw } from '@kithline/metrics';
import { listEvents, type EventRow, type Listing } from '@kithline/network/asking';
import type { Call, Run } from '../door/door.ts';
import { exitCodes } from '../door/exit-codes.ts';
import { write } from '../door/write.ts';
import { openStores } from '../stores/opened.ts';
import { readQuestion } from './read-question.ts';

/** `kithline events`: the log itself, for whoever keeps it. */
export const run: Run = async (call) => {
  const { follow, ...options } = call.options;
  const asked = readQuestion('events', call.args, options as Raw) as Asked<'events'>;
  const opened = await openStores(call);
  try {
    const listing = await listEvents({ log: opened.log, graph: await opened.graph() }, asked);
    if (follow === true) await followEvents(call, listing);
    else if (call.json) await answerJson(call, listing);
    else await printEvents(call, listing);
    return exitCodes.ok;
  } finally {
    await opened.close();
  }
};

/** The answer is written as it is read: a log is larger than memory. */
async function answerJson({ door }: Call, listing: Listing): Promise<void> {
  await write(door.out, `${JSON.stringify(await listing.top()).slice(0, -1)},"rows":[`);
  let separator = '';
  for await (const row of listing.rows()) {
    await write(door.out, separator + JSON.stringify(row));
    separator = ',\n';
  }
  await write(door.out, ']}\n');
}

async function printEvents({ door }: Call, { validAt, upTo, rows }: Listing): Promise<void> {
  await write(door.out, `As it was at ${validAt ?? 'no time'} (V), as known at position ${upTo} (K).\n\n`);
  for await (const row of rows()) await write(door.out, lineOf(row));
}

/** What is there, and then whatever is recorded, by any process, until Ctrl-C: an object a line with --json. */
async function followEvents({ json, door }: Call, { follow }: Listing): Promise<void> {
  for await (const row of follow(door.signal)) await write(door.out, json ? `${JSON.stringify(row)}\n` : lineOf(row));
}

const lineOf = ({ position, time, type, stream, data, masked }: EventRow): string =>
  `${String(position).padStart(9)}  ${String(time)}  ${String(type)}  ${masked === true ? '(erased)' : `${String(stream)}  ${JSON.stringify(data)}`}\n`;
