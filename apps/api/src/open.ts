import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { openSqliteLog } from '@kithline/log';
import { EmbeddedGraph } from '@kithline/projection';
import type { Parts } from './parts.ts';

/** The parts, and how they are put away. */
export type Opened = Readonly<{ parts: Parts; close: () => Promise<void> }>;

/** Opens a data folder to write, made where there is none, and follows its log. @throws LogUnavailable */
export async function open(
  folder: string,
  { now, report }: Readonly<{ now: () => number; report: (line: string) => void }>,
): Promise<Opened> {
  mkdirSync(folder, { recursive: true });
  const log = await openSqliteLog(join(folder, 'log.sqlite'), { now, mode: 'write' });
  const graph = await EmbeddedGraph.open({ log, folder, report });
  return {
    parts: { log, graph, now },
    close: async () => {
      await graph.save();
      await log.close();
    },
  };
}
