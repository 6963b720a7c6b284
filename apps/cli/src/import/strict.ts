import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSqliteLog, type SqliteLog } from '@kithline/log';
import { entriesOf, type NetworkLog, recordEntries, reusedIn } from '@kithline/network';
import { batchesOf, type Batch } from '@kithline/network/reading';
import type { TouchpointEvent } from '@kithline/touchpoints';
import type { RejectsFile } from './rejects-file.ts';

const prefix = 'strict-import-';
const nothingBefore = new Map<number, never>();

/** A file that has been read to its end, with nothing wrong or with rejects; its events wait in a log of their own. */
export type Checked = Readonly<{ batches: () => AsyncIterable<Batch>; known: number; discard: () => Promise<void> }>;

/**
 * Reads a whole file before anything of it is recorded. Its events are put aside in the data folder, or else in
 * that for temporary files, so that standard input too is read
 * once, and an id that stands for two bodies is found wherever they are.
 */
export async function checkAll(
  batches: AsyncIterable<Batch>,
  { log, folder, rejects, signal }: Readonly<{ log: NetworkLog; folder: string | undefined; rejects: RejectsFile; signal: AbortSignal }>,
): Promise<Checked> {
  if (folder !== undefined) takeAwayLeft(folder);
  const own = mkdtempSync(join(folder ?? tmpdir(), prefix));
  const aside = await openSqliteLog(join(own, 'log.sqlite'), { now: () => 0, mode: 'write' });
  const discard = async (): Promise<void> => {
    await aside.close();
    rmSync(own, { recursive: true, force: true });
  };
  try {
    let known = 0;
    for await (const batch of batches) {
      if (signal.aborted) break;
      const entries = entriesOf(batch, nothingBefore);
      const reused = await reusedIn(log, entries);
      const recording = await recordEntries(aside, entries);
      known += recording.outcomes.filter(({ outcome }) => outcome === 'known').length;
      const byLine = new Map([...batch.rejects, ...reused, ...recording.rejects].map((reject) => [reject.line, reject]));
      rejects.write([...byLine.values()].sort((a, b) => a.line - b.line));
    }
    return { batches: () => batchesOf(eventsOf(aside)), known, discard };
  } catch (error) {
    await discard();
    throw error;
  }
}

/** Left by an import that was killed: nobody else writes this folder now. */
function takeAwayLeft(folder: string): void {
  for (const left of readdirSync(folder)) if (left.startsWith(prefix)) rmSync(join(folder, left), { recursive: true });
}

async function* eventsOf(log: SqliteLog): AsyncGenerator<readonly TouchpointEvent[]> {
  for await (const page of log.readAll()) yield page.map(({ event }) => event);
}
