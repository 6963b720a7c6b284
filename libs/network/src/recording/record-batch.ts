import { type EventLog, IdReused, type RecordedFact, type Row } from '@kithline/log';
import type { Batch } from '../reading/batches.ts';
import type { Reject } from '../reading/reject.ts';
import type { Bases } from './bases.ts';

/** A log that takes facts made ready elsewhere. */
export type RowLog = Pick<EventLog, 'byId' | 'readStream'> &
  Readonly<{
    /** `record` of facts as rows. @throws IdReused */
    recordRows: (rows: readonly Row[]) => Promise<readonly RecordedFact[]>;
  }>;

/** A row on its way, and the line it comes from; a basis declared on the way comes from none. */
export type Entry = Readonly<{ row: Row; number: number | undefined }>;

/** What was recorded, entry by entry, and the lines that were not, in their order. */
export type Recording = Readonly<{ entries: readonly Entry[]; outcomes: readonly RecordedFact[]; rejects: readonly Reject[] }>;

/**
 * Records a batch in one transaction, each source's basis directly before its first event. Where somebody else declares a basis meanwhile,
 * what is to be declared is looked up again.
 */
export async function recordBatch(log: RowLog, batch: Batch, bases?: Bases): Promise<Recording> {
  const before = new Map<number, readonly Row[]>();
  if (bases) for (const { index, source } of batch.firsts) before.set(index, await bases.toDeclare(log, source));
  try {
    const recording = await recordEntries(log, entriesOf(batch, before));
    return { ...recording, rejects: [...batch.rejects, ...recording.rejects].sort((a, b) => a.line - b.line) };
  } catch (error) {
    if (!(error instanceof IdReused) || [...before.values()].flat().length === 0) throw error;
    return recordBatch(log, batch, bases);
  }
}

/** The rows of a batch; what `before` gives for the source that begins at a row stands directly before it. */
export function entriesOf({ ids, streams, lines, numbers }: Batch, before: ReadonlyMap<number, readonly Row[]>): readonly Entry[] {
  return ids.flatMap((id, i) => {
    const own = { row: { id, stream: streams[i] ?? '', line: lines[i] ?? '' }, number: numbers[i] };
    const ahead = before.get(i);
    return ahead ? [...ahead.map((row) => ({ row, number: undefined })), own] : [own];
  });
}

/**
 * Records rows in one transaction, but for those whose id another body has: their lines are rejected as a whole.
 * @throws IdReused where that is the id of none of the lines, but of what is declared on the way
 */
export async function recordEntries(log: RowLog, entries: readonly Entry[]): Promise<Recording> {
  try {
    return { entries, outcomes: await log.recordRows(entries.map(({ row }) => row)), rejects: [] };
  } catch (error) {
    if (!(error instanceof IdReused)) throw error;
    const rejects = await reusedIn(log, entries);
    if (rejects.length === 0) throw error;
    const refused = new Set(rejects.map(({ line }) => line));
    const others = await recordEntries(
      log,
      entries.filter(({ number }) => number === undefined || !refused.has(number)),
    );
    return { ...others, rejects: [...rejects, ...others.rejects] }; // more may have been taken meanwhile
  }
}

/** The lines among these whose id stands for another body, in the log or further up among them. */
export async function reusedIn(log: Pick<RowLog, 'byId'>, entries: readonly Entry[]): Promise<readonly Reject[]> {
  const first = new Map<string, string>();
  const rejects = new Map<number, Reject>();
  for (const { row, number } of entries) {
    const known = first.get(row.id) ?? (await log.byId(row.id))?.line ?? row.line;
    if (number === undefined || known === row.line) first.set(row.id, known);
    else if (!rejects.has(number)) rejects.set(number, reused(row, number));
  }
  return [...rejects.values()];
}

function reused({ line }: Row, number: number): Reject {
  const { source, id } = JSON.parse(line) as { source: string; id: string };
  return { line: number, field: 'id', reason: new IdReused(source, id, 0).message };
}
