import type { SqliteLog } from '@kithline/log';
import { openEmbeddedGraph } from '@kithline/network';
import type { EmbeddedGraph } from '@kithline/projection';
import type { Call } from '../door/door.ts';
import { progressOf } from '../terminal/progress.ts';

/** Tells on stderr, in a line of its own, what does not stop a command. */
export const reporter =
  ({ door }: Call) =>
  (line: string): void =>
    void door.err.write(`kithline: ${line}\n`);

/** The graph of a log, from the newest snapshot and the rest of the log, and how far it has come on the terminal. */
export function openGraph(call: Call, log: SqliteLog): Promise<EmbeddedGraph> {
  const progress = progressOf(call.door, 'reading the log', call.json);
  return openEmbeddedGraph({
    log,
    folder: call.folder,
    report: reporter(call),
    progress: (position, end) =>
      position < end ? progress.show(position, end, `${position.toLocaleString('en-US')} events`) : progress.clear(),
  });
}
