import {
  parkedIn,
  type ParkedList,
  type ParkedOrder,
  Problem,
  readPosition,
  readReason,
  type SettledList,
  settleParked,
} from '@kithline/network';
import { openToRead } from '../stores/data-folder.ts';
import { type Call, type Run, textOption } from '../door/door.ts';
import { exitCodes } from '../door/exit-codes.ts';
import { write, writeJson } from '../door/write.ts';
import { openGraph } from '../stores/graph.ts';
import { serverOf } from '../server.ts';
import { settleThere } from './settle-there.ts';
import { graphsOnServer, orderThere, parkedThere } from './writer-there.ts';

/** `kithline parked [list|retry|skip] [positions...]`: what could not be applied to the graph, and what is done with it. */
export const run: Run = async (call) => {
  const [action = 'list', ...positions] = call.args;
  if (action === 'list') return list(call, positions);
  if (action === 'retry') return settle(call, retryOf(call, positions));
  if (action === 'skip') return settle(call, skipOf(call, positions));
  throw wrong('command', `"${action}" is none of list, retry, skip`);
};

const wrong = (field: string, message: string): Problem => new Problem('badRequest', 'invalid_command', message, [{ field, message }]);

function retryOf(call: Call, positions: readonly string[]): ParkedOrder {
  if (textOption(call, 'reason') !== undefined) throw wrong('reason', '--reason goes with skip');
  const all = call.options.all === true;
  if (all === positions.length > 0) throw wrong('position', 'name the positions to try again, or --all');
  return { retry: all ? 'all' : positions.map((text) => readPosition(text)) };
}

function skipOf(call: Call, [position, ...more]: readonly string[]): ParkedOrder {
  if (call.options.all === true) throw wrong('all', '--all goes with retry: what is skipped is named, one by one');
  if (position === undefined || more.length > 0) throw wrong('position', 'name one position to skip, with --reason');
  return { skip: readPosition(position), reason: readReason(textOption(call, 'reason')) };
}

async function list(call: Call, [stranger]: readonly string[]): Promise<number> {
  if (stranger !== undefined) throw wrong('position', 'list takes no position');
  const graphs = await graphsOnServer(call);
  const parked = graphs ? await parkedThere(graphs) : await parkedHere(call);
  if (call.json) await writeJson(call.door.out, parked);
  else await write(call.door.out, listed(parked));
  return exitCodes.ok;
}

async function parkedHere(call: Call): Promise<ParkedList> {
  const log = await openToRead(call);
  try {
    return parkedIn(await openGraph(call, log));
  } finally {
    await log.close();
  }
}

async function settle(call: Call, order: ParkedOrder): Promise<number> {
  const graphs = await graphsOnServer(call);
  const settled = graphs ? await orderThere<SettledList>(call, graphs, order) : await settleHere(call, order);
  if (!settled) return exitCodes.interrupted;
  if (call.json) await writeJson(call.door.out, settled);
  else await write(call.door.out, settledText(settled));
  return exitCodes.ok;
}

/** Where a server writes the log it keeps a graph of its own, so it is told. */
async function settleHere(call: Call, order: ParkedOrder): Promise<SettledList> {
  const log = await openToRead(call);
  try {
    const server = await serverOf(call.folder);
    return server ? await settleThere(server, order) : await settleParked(await openGraph(call, log), order);
  } finally {
    await log.close();
  }
}

const line = ({ position, subject, error, attempts }: ParkedList['rows'][number]): string =>
  `  position ${position}, ${subject}: ${error}${attempts > 1 ? ` (tried ${attempts} times)` : ''}\n`;

const listed = ({ rows, skipped }: ParkedList): string =>
  [
    rows.length === 0 ? 'Nothing is parked.\n' : `Parked, ${rows.length}:\n`,
    ...rows.map(line),
    ...(skipped.length === 0 ? [] : [`Skipped, ${skipped.length}:\n`]),
    ...skipped.map(({ position, subject, reason }) => `  position ${position}, ${subject}: ${reason}\n`),
  ].join('');

const settledText = ({ left, rows }: SettledList): string =>
  [
    left.length === 0 ? 'Nothing changed.\n' : `No longer parked: ${left.join(', ')}.\n`,
    ...(rows.length === 0 ? [] : [`Still parked, ${rows.length}:\n`]),
    ...rows.map(line),
  ].join('');
