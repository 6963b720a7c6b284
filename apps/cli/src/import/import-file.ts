import type { SqliteLog } from '@kithline/log';
import { recordBatch, type Bases } from '@kithline/network';
import type { Batch } from '@kithline/network/reading';
import type { RejectsFile } from './rejects-file.ts';

/** What came of a file. Positions are those at which the log stood before and after. */
export type Tally = {
  began: number;
  ended: number;
  /** Events written now, and those that were there already. */
  written: number;
  known: number;
  /** Lines rejected. */
  rejected: number;
  /** Consent bases declared. */
  declared: number;
  /** Ended by Ctrl-C: what was written stays, and the same import goes on from there. */
  interrupted: boolean;
};

export type ImportOptions = Readonly<{
  log: SqliteLog;
  rejects: RejectsFile;
  bases: Bases | undefined;
  signal: AbortSignal;
  onBatch: (batch: Batch, tally: Tally) => void;
}>;

/** Records a file batch by batch, each in one transaction. */
export async function importBatches(batches: AsyncIterable<Batch>, options: ImportOptions): Promise<Tally> {
  const { log, signal, rejects } = options;
  const { position } = await log.head();
  const tally: Tally = { began: position, ended: position, written: 0, known: 0, rejected: 0, declared: 0, interrupted: false };
  for await (const batch of batches) {
    if (signal.aborted) break;
    await importBatch(batch, options, tally);
    options.onBatch(batch, tally);
  }
  tally.interrupted = signal.aborted;
  tally.rejected = rejects.count;
  tally.ended = (await log.head()).position;
  return tally;
}

async function importBatch(batch: Batch, { log, rejects, bases }: ImportOptions, tally: Tally): Promise<void> {
  const recording = await recordBatch(log, batch, bases);
  recording.outcomes.forEach(({ outcome }, i) => {
    if (recording.entries[i]?.number === undefined) tally.declared++;
    else tally[outcome]++;
  });
  rejects.write(recording.rejects);
}
