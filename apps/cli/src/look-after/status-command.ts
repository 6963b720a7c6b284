import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Head, SqliteLog } from '@kithline/log';
import { rebuiltFingerprint, type EmbeddedGraph } from '@kithline/projection';
import { formatInstant } from '@kithline/touchpoints';
import { logPath, openToRead } from '../data-folder.ts';
import type { Call, Run } from '../door/door.ts';
import { exitCodes } from '../door/problem.ts';
import { write, writeJson } from '../door/write.ts';
import { openGraph } from '../graph.ts';
import { progressOf } from '../terminal/progress.ts';
import { countBreaches } from './breaches.ts';

/** `kithline status`: where log and graph stand. `--quick` leaves out what takes reading the whole log. */
export const run: Run = async (call) => {
  const log = await openToRead(call);
  try {
    const graph = await openGraph(call, log);
    const status = await statusOf(call, log, graph);
    if (call.json) await writeJson(call.door.out, status);
    else await write(call.door.out, inWords(status));
    return exitCodes.ok;
  } finally {
    await log.close();
  }
};

type Status = Awaited<ReturnType<typeof statusOf>>;

async function statusOf(call: Call, log: SqliteLog, graph: EmbeddedGraph) {
  const { position: checkpoint, parked } = graph.projection;
  const quick = call.options.quick === true;
  const proof = quick ? null : await proofOf(call, log, graph);
  const breaches = quick ? null : await breachesIn(call, log, checkpoint);
  const head = await log.head();
  const [newest] = graph.snapshots.positions();
  return {
    folder: call.folder,
    head: { position: head.position, recordedAt: recordedAt(head), hash: head.hash },
    checkpoint,
    lag: head.position - checkpoint,
    parked,
    snapshot: newest === undefined ? null : { position: newest, startedFrom: graph.startedFrom },
    sizes: sizesOf(call.folder),
    proof,
    breaches,
  };
}

const recordedAt = ({ recordedAt: at }: Head): string | null => (at === null ? null : formatInstant(at));

async function proofOf(call: Call, log: SqliteLog, graph: EmbeddedGraph): Promise<{ live: string; rebuilt: string; equal: boolean }> {
  const progress = progressOf(call.door, 'proving the graph', call.json);
  const rebuilt = await rebuiltFingerprint(log, graph.projection.position, (done, end) => progress.show(done, end));
  progress.clear();
  const live = graph.store.fingerprint();
  return { live, rebuilt, equal: live === rebuilt };
}

async function breachesIn(call: Call, log: SqliteLog, upTo: number): Promise<Readonly<Record<string, number>>> {
  const progress = progressOf(call.door, 'judging facts', call.json);
  const counts = await countBreaches(log, upTo, (position) => progress.show(position, upTo));
  progress.clear();
  return counts;
}

/** Bytes on disk. */
function sizesOf(folder: string): Readonly<{ log: number; snapshots: number }> {
  const path = logPath(folder);
  const log = [path, `${path}-wal`].filter((file) => existsSync(file)).reduce((sum, file) => sum + statSync(file).size, 0);
  const files = readdirSync(folder).filter((name) => name.endsWith('.snapshot'));
  return { log, snapshots: files.reduce((sum, name) => sum + statSync(join(folder, name)).size, 0) };
}

const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`;

function inWords({ folder, head, checkpoint, lag, parked, snapshot, sizes, proof, breaches }: Status): string {
  const lines = [
    `folder      ${folder}`,
    `head        position ${head.position}${head.recordedAt === null ? '' : `, recorded ${head.recordedAt}`}`,
    `hash        ${String(head.hash)}`,
    `checkpoint  position ${checkpoint}, ${lag} behind the head`,
    `parked      ${parked.length === 0 ? 'nothing' : `${parked.length} events`}`,
    ...parked.slice(0, 10).map(({ position, subject, error }) => `            position ${position}, ${subject}: ${error}`),
    `snapshot    ${snapshot === null ? 'none' : `at position ${snapshot.position}`}`,
    `sizes       log ${megabytes(sizes.log)}, snapshots ${megabytes(sizes.snapshots)}`,
  ];
  if (proof) lines.push(`proof       the graph ${proof.equal ? 'equals' : 'DIFFERS FROM'} the one rebuilt from the log (${proof.live})`);
  if (breaches) lines.push(...breachLines(breaches));
  return `${lines.join('\n')}\n`;
}

function breachLines(breaches: Readonly<Record<string, number>>): readonly string[] {
  const counts = Object.entries(breaches);
  if (counts.length === 0) return ['breaches    no fact breaks a rule'];
  return counts.map(([rule, count], i) => `${i === 0 ? 'breaches  ' : '          '}  ${count} × ${rule}`);
}
