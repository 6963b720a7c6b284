import { join, resolve } from 'node:path';
import type { EventLog } from '@kithline/log';
import type { EmbeddedGraph, Progress, Report } from '@kithline/projection';

/** The log in a data folder. The graph's snapshots stand beside it. */
export const logPath = (folder: string): string => join(resolve(folder), 'log.sqlite');

/** A snapshot is worth writing when a start without it would replay at least this many events. */
const WORTH_KEEPING = 1000;

export type GraphOptions = Readonly<{ log: EventLog; folder: string; report: Report; progress?: Progress }>;

/** The graph of a log, from the newest snapshot and the rest of the log; what was replayed is kept in a snapshot for the next time. */
export async function openEmbeddedGraph(options: GraphOptions): Promise<EmbeddedGraph> {
  const { EmbeddedGraph } = await import('@kithline/projection');
  const graph = await EmbeddedGraph.open(options);
  if (graph.position - graph.startedFrom >= WORTH_KEEPING) {
    await graph
      .save()
      .catch((error: unknown) => options.report(`no snapshot was written, so the next start reads the log again: ${String(error)}`));
  }
  return graph;
}
