import { type Sources, statusOf, type Status } from '@kithline/network';
import type { ServedSettings } from '@kithline/network/served';
import { openToRead } from '../stores/data-folder.ts';
import type { Call, Run } from '../door/door.ts';
import { exitCodes } from '../door/exit-codes.ts';
import { write, writeJson } from '../door/write.ts';
import { openGraph } from '../stores/graph.ts';
import { progressOf } from '../terminal/progress.ts';

/** `kithline status`: where log and graph stand. `--quick` leaves out what takes reading the whole log. */
export const run: Run = async (call) => {
  const status = await (call.stores.mode === 'served' ? statusThere(call, call.stores) : statusHere(call));
  if (call.json) await writeJson(call.door.out, status);
  else await write(call.door.out, inWords(status));
  return exitCodes.ok;
};

async function statusHere(call: Call): Promise<Status> {
  const log = await openToRead(call);
  try {
    const graph = await openGraph(call, log);
    const proof = progressOf(call.door, 'proving the graph', call.json);
    const breaches = progressOf(call.door, 'judging facts', call.json);
    return await statusOf(log, graph, {
      folder: call.folder,
      quick: call.options.quick === true,
      progress: { proof: (done, end) => proof.show(done, end), breaches: (done, end) => breaches.show(done, end) },
    }).finally(() => breaches.clear());
  } finally {
    await log.close();
  }
}

async function statusThere(call: Call, stores: ServedSettings): Promise<Status> {
  const network = (await import('../stores/on-servers.ts')).networkOnServers(call, stores);
  const hash = progressOf(call.door, 'verifying', call.json);
  const proof = progressOf(call.door, 'proving the graph', call.json);
  const breaches = progressOf(call.door, 'judging facts', call.json);
  const progress = {
    hash: (done: number, end: number) => hash.show(done, end),
    proof: (done: number, end: number) => proof.show(done, end),
    breaches: (done: number, end: number) => breaches.show(done, end),
  };
  return network.status({ quick: call.options.quick === true }, progress).finally(() => (breaches.clear(), network.close()));
}

const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`;

function inWords(status: Status): string {
  const { head, checkpoint, lag, sources, parked, proof, breaches } = status;
  const lines = [
    ...(status.folder === null ? [] : [`folder      ${status.folder}`]),
    `head        position ${head.position}${head.recordedAt === null ? '' : `, recorded ${head.recordedAt}`}`,
    ...(head.hash === null ? [] : [`hash        ${head.hash}`]),
    `checkpoint  position ${checkpoint}, ${lag} behind the head`,
    `sources     ${sourcesInWords(sources)}`,
    `parked      ${parked.length === 0 ? 'nothing' : `${parked.length} events`}`,
    ...parked.slice(0, 10).map(({ position, subject, error }) => `            position ${position}, ${subject}: ${error}`),
    ...filesInWords(status),
  ];
  if (proof) lines.push(`proof       the graph ${proof.equal ? 'equals' : 'DIFFERS FROM'} the one rebuilt from the log (${proof.live})`);
  if (breaches) lines.push(...breachLines(breaches));
  return `${lines.join('\n')}\n`;
}

/** On servers there are none. */
function filesInWords({ snapshot, sizes }: Status): readonly string[] {
  if (!sizes) return [];
  return [
    `snapshot    ${snapshot === null ? 'none' : `at position ${snapshot.position}`}`,
    `sizes       log ${megabytes(sizes.log)}, snapshots ${megabytes(sizes.snapshots)}`,
  ];
}

function sourcesInWords({ count, madeUp, others }: Sources): string {
  if (others.length === 0) return count === 0 ? 'none' : `${count}, all of made-up people`;
  const named = `${others.slice(0, 3).join(', ')}${others.length > 3 ? ' …' : ''}`;
  return `${count}, ${madeUp.length === 0 ? 'none' : 'some'} of made-up people; others are ${named}`;
}

function breachLines(breaches: Readonly<Record<string, number>>): readonly string[] {
  const counts = Object.entries(breaches);
  if (counts.length === 0) return ['breaches    no fact breaks a rule'];
  return counts.map(([rule, count], i) => `${i === 0 ? 'breaches  ' : '          '}  ${count} × ${rule}`);
}
