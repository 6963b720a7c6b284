import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { EventLog, Head } from '@kithline/log';
import { formatInstant } from '@kithline/touchpoints';
import { logPath } from '../data-folder.ts';
import type { OwnGraph } from '../graph-source.ts';
import { parkedIn, type ParkedRow } from '../parked/parked.ts';
import { countBreaches } from './breaches.ts';
import { type Sources, sourcesIn } from './sources.ts';

/** Where log and graph stand. Sizes in bytes; `proof` and `breaches` are null when they were not asked for. */
export type Status = Readonly<{
  /** Null where log and graph are on servers. */
  folder: string | null;
  head: Readonly<{ position: number; recordedAt: string | null; hash: string | null }>;
  checkpoint: number;
  lag: number;
  /** When the earliest and the latest of what the graph holds happened; null where it holds nothing that happens. */
  span: Readonly<{ from: string; to: string }> | null;
  /** Where what the graph holds comes from. */
  sources: Sources;
  parked: readonly ParkedRow[];
  snapshot: OwnGraph['snapshot'];
  /** Null where log and graph are on servers. */
  sizes: Readonly<{ log: number; snapshots: number }> | null;
  proof: Readonly<{ live: string; rebuilt: string; equal: boolean }> | null;
  breaches: Readonly<Record<string, number>> | null;
}>;

/** How far work has come, of how much. */
export type Track = (done: number, end: number) => void;

export type StatusOptions = Readonly<{
  folder: string;
  /** Without proof and breaches, which take reading the whole log. */
  quick: boolean;
  progress?: Readonly<{ proof: Track; breaches: Track }>;
}>;

/** Where a log and the graph beside it stand. */
export async function statusOf(log: EventLog, graph: OwnGraph, { folder, quick, progress }: StatusOptions): Promise<Status> {
  const { position: checkpoint, snapshot } = graph;
  const proof = quick ? null : await proofOf(log, graph, progress?.proof);
  const breaches = quick ? null : await countBreaches(log, checkpoint, (position) => progress?.breaches(position, checkpoint));
  const head = await log.head();
  return {
    folder,
    head: { position: head.position, recordedAt: recordedAtOf(head), hash: head.hash },
    checkpoint,
    lag: head.position - checkpoint,
    span: spanOf(await (await graph.graphAt()).span(Infinity)),
    sources: sourcesIn(await graph.sources()),
    parked: parkedIn(graph).rows,
    snapshot,
    sizes: sizesOf(folder),
    proof,
    breaches,
  };
}

export const recordedAtOf = ({ recordedAt: at }: Head): string | null => (at === null ? null : formatInstant(at));

export const spanOf = (span: Readonly<{ from: number; to: number }> | null): Status['span'] =>
  span && { from: formatInstant(span.from), to: formatInstant(span.to) };

/** The hash of the graph as it is, and of the one that the log alone gives at the same position. */
export async function proofOf(log: EventLog, graph: OwnGraph, progress?: Track): Promise<NonNullable<Status['proof']>> {
  const { rebuiltFingerprint } = await import('@kithline/projection');
  const { position } = graph;
  const live = graph.fingerprint();
  const rebuilt = await rebuiltFingerprint(log, position, { progress, skipped: graph.skipped });
  return { live, rebuilt, equal: live === rebuilt };
}

function sizesOf(folder: string): NonNullable<Status['sizes']> {
  const path = logPath(folder);
  const log = [path, `${path}-wal`].filter((file) => existsSync(file)).reduce((sum, file) => sum + statSync(file).size, 0);
  const files = readdirSync(folder).filter((name) => name.endsWith('.snapshot'));
  return { log, snapshots: files.reduce((sum, name) => sum + statSync(join(folder, name)).size, 0) };
}
