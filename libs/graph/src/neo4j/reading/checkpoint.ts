import type { Checkpoint } from '../../graph-store.ts';
import { GraphUnavailable } from '../graph-unavailable.ts';
import type { Answered, Server } from '../server.ts';

/** A checkpoint with what readers and the writer go by. */
export type Standing = Checkpoint &
  Readonly<{
    /** How many batches have been applied. */
    batch: number;
    /** The position at which something of before was last changed, and not only added to. */
    turned: number;
    /** The earliest and the latest occurrence, null when nothing occurred. */
    earliest: number | null;
    latest: number | null;
  }>;

export const standingOf = (row: Answered): Standing => ({
  position: row['position'] as number,
  recordedAt: row['recordedAt'] as number | null,
  ledger: (row['ledger'] as string | undefined) ?? '',
  batch: row['batch'] as number,
  turned: row['turned'] as number,
  earliest: (row['earliest'] as number | null | undefined) ?? null,
  latest: (row['latest'] as number | null | undefined) ?? null,
});

/** @throws GraphUnavailable (`missing`) when there is no such generation */
export async function readStanding(server: Server, generation: number, g: unknown): Promise<Standing> {
  const [row] = await server.glance('generation/checkpoint', { g });
  if (!row) throw missing(server, generation);
  return standingOf(row);
}

export const missing = (server: Server, generation: number): GraphUnavailable =>
  new GraphUnavailable(
    'missing',
    server.address,
    `${server.address} has no generation ${generation} of the graph: it was dropped, or never begun`,
  );
