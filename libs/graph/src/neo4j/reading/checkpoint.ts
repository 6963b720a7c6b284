import type { Checkpoint } from '../../graph-store.ts';
import { GraphMoved, GraphUnavailable } from '../graph-unavailable.ts';
import type { Answered, Server } from '../server.ts';

/** A checkpoint with what readers and the writer go by. */
export type Standing = Checkpoint &
  Readonly<{
    /** Of the generation: another one has it than had its number before the server was emptied. '' where it was begun before there were ids. */
    id: string;
    /** How many batches have been applied. */
    batch: number;
    /** The batch in which something of before was last changed, and not only added to: also where the position stayed as it was. */
    turned: number;
    /** The earliest and the latest occurrence, null when nothing occurred. */
    earliest: number | null;
    latest: number | null;
  }>;

export const standingOf = (row: Answered): Standing => ({
  id: row['id'] as string,
  position: row['position'] as number,
  recordedAt: row['recordedAt'] as number | null,
  ledger: (row['ledger'] as string | undefined) ?? '',
  batch: row['batch'] as number,
  turned: row['turned'] as number,
  earliest: (row['earliest'] as number | null | undefined) ?? null,
  latest: (row['latest'] as number | null | undefined) ?? null,
});

/** @throws GraphUnavailable (`missing`) when there is no such generation, or it is being taken away */
export async function readStanding(server: Server, generation: number, g: unknown): Promise<Standing> {
  const [row] = await server.glance('generation/checkpoint', { g });
  if (!row || row['dropping'] === true) throw missing(server, generation);
  return standingOf(row);
}

/**
 * An answer that read the checkpoint after all else. Where that is still there, nothing had been taken away of what was read, and where
 * nothing of before was changed since it stood `asOf`, it reads as it did then. @throws GraphMoved
 */
export function unmoved(row: Answered | undefined, asOf?: Standing): Answered {
  if (!row || row['dropping'] === true) throw new GraphMoved('this graph was replaced by another one: ask again');
  if (asOf && (row['turned'] as number) > asOf.batch)
    throw new GraphMoved(`what was known at ${asOf.position} was changed since: ask again`);
  return row;
}

export const missing = (server: Server, generation: number): GraphUnavailable =>
  new GraphUnavailable(
    'missing',
    server.address,
    `${server.address} has no generation ${generation} of the graph: it was dropped, or never begun`,
  );
