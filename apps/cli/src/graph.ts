import type { SqliteLog } from '@kithline/log';
import { EmbeddedGraph } from '@kithline/projection';
import type { Call } from './door/door.ts';
import { progressOf } from './terminal/progress.ts';

/** A snapshot is worth writing when a start without it would replay at least this many events. */
const WORTH_KEEPING = 1000;

/** Tells on stderr, in a line of its own, what does not stop a command. */
export const reporter =
  ({ door }: Call) =>
  (line: string): void =>
    void door.err.write(`kithline: ${line}\n`);

/** The graph of a log, from the newest snapshot and the rest of the log; what was replayed is kept in a snapshot for the next time. */
export async function openGraph(call: Call, log: SqliteLog): Promise<EmbeddedGraph> {
  const progress = progressOf(call.door, 'reading the log', call.json);
  const report = reporter(call);
  const graph = await EmbeddedGraph.open({
    log,
    folder: call.folder,
    report,
    progress: (position, end) =>
      position < end ? progress.show(position, end, `${position.toLocaleString('en-US')} events`) : progress.clear(),
  });
  if (graph.projection.position - graph.startedFrom >= WORTH_KEEPING) {
    await graph
      .save()
      .catch((error: unknown) => report(`no snapshot was written, so the next start reads the log again: ${String(error)}`));
  }
  return graph;
}
