import { type Sources, statusOf, type Status } from '@kithline/network';
import { openToRead } from '../data-folder.ts';
import type { Run } from '../door/door.ts';
import { exitCodes } from '../door/exit-codes.ts';
import { write, writeJson } from '../door/write.ts';
import { openGraph } from '../graph.ts';
import { progressOf } from '../terminal/progress.ts';

/** `kithline status`: where log and graph stand. `--quick` leaves out what takes reading the whole log. */
export const run: Run = async (call) => {
  const log = await openToRead(call);
  try {
    const graph = await openGraph(call, log);
    const proof = progressOf(call.door, 'proving the graph', call.json);
    const breaches = progressOf(call.door, 'judging facts', call.json);
    const status = await statusOf(log, graph, {
      folder: call.folder,
      quick: call.options.quick === true,
      progress: { proof: (done, end) => proof.show(done, end), breaches: (done, end) => breaches.show(done, end) },
    }).finally(() => breaches.clear());
    if (call.json) await writeJson(call.door.out, status);
    else await write(call.door.out, inWords(status));
    return exitCodes.ok;
  } finally {
    await log.close();
  }
};

const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`;

function inWords({ folder, head, checkpoint, lag, sources, parked, snapshot, sizes, proof, breaches }: Status): string {
  const lines = [
    `folder      ${folder}`,
    `head        position ${head.position}${head.recordedAt === null ? '' : `, recorded ${head.recordedAt}`}`,
    `hash        ${String(head.hash)}`,
    `checkpoint  position ${checkpoint}, ${lag} behind the head`,
    `sources     ${sourcesInWords(sources)}`,
    `parked      ${parked.length === 0 ? 'nothing' : `${parked.length} events`}`,
    ...parked.slice(0, 10).map(({ position, subject, error }) => `            position ${position}, ${subject}: ${error}`),
    `snapshot    ${snapshot === null ? 'none' : `at position ${snapshot.position}`}`,
    `sizes       log ${megabytes(sizes.log)}, snapshots ${megabytes(sizes.snapshots)}`,
  ];
  if (proof) lines.push(`proof       the graph ${proof.equal ? 'equals' : 'DIFFERS FROM'} the one rebuilt from the log (${proof.live})`);
  if (breaches) lines.push(...breachLines(breaches));
  return `${lines.join('\n')}\n`;
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
