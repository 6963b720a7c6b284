import { type Bases, type NetworkLog, recordBatch } from '@kithline/network';
import type { Batch, Reject } from '@kithline/network/reading';
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

/** What came of one batch. */
export type Recorded = Readonly<{ written: number; known: number; declared: number; rejects: readonly Reject[] }>;

/** Records a batch: here, or at a server that holds the log. */
export type Recorder = (batch: Batch) => Promise<Recorded>;

export type ImportOptions = Readonly<{
  /** Opened at least to read. */
  log: NetworkLog;
  record: Recorder;
  rejects: RejectsFile;
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
    const recorded = await options.record(batch);
    for (const count of ['written', 'known', 'declared'] as const) tally[count] += recorded[count];
    rejects.write(recorded.rejects);
    options.onBatch(batch, tally);
  }
  tally.interrupted = signal.aborted;
  tally.rejected = rejects.count;
  tally.ended = (await log.head()).position;
  return tally;
}

/** Records in this process, which writes the log. */
export function recordingHere(log: NetworkLog, bases: Bases | undefined): Recorder {
  return async (batch) => {
    const { entries, outcomes, rejects } = await recordBatch(log, batch, bases);
    const counts = { written: 0, known: 0, declared: 0 };
    outcomes.forEach(({ outcome }, i) => counts[entries[i]?.number === undefined ? 'declared' : outcome]++);
    return { ...counts, rejects };
  };
}
