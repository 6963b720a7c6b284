import type { Checkpoint } from '../../graph-store.ts';
import { GraphMoved, GraphUnavailable } from '../graph-unavailable.ts';
import type { Answered, Server } from '../server.ts';

/** A checkpoint with what readers and the writer go by. */
export type Standing = Checkpoint &
  Readonly<{
    /** Of the generation: another one has it than had its number before the server was emptied. */
    id: string;
    /** How many batches have been applied. */
    batch: number;
    /** The batch in which something of before was last changed, and not only added to: also where the position stayed as it was. */
    turned: number;
    /** The earliest and the latest occurrence, null when nothing occurred. */
    earliest: number | null;
    latest: number | null;
  }>;

/** What a generation says of itself as long as it is there: of a node that is deleted after it was found, any property may be read as null. */
export const isThere = (row: Answered | undefined): row is Answered =>
  row?.['dropping'] === false && ['id', 'position', 'ledger', 'batch', 'turned'].every((name) => row[name] !== null);

export const standingOf = (row: Answered): Standing => ({
  id: row['id'] as string,
  position: row['position'] as number,
  recordedAt: row['recordedAt'] as number | null,
  ledger: row['ledger'] as string,
  batch: row['batch'] as number,
  turned: row['turned'] as number,
  earliest: (row['earliest'] as number | null | undefined) ?? null,
  latest: (row['latest'] as number | null | undefined) ?? null,
});

/** @throws GraphUnavailable (`missing`) when there is no such generation, or it is being taken away */
export async function readStanding(server: Server, generation: number, g: unknown): Promise<Standing> {
  const [row] = await server.glance('generation/checkpoint', { g });
  if (!isThere(row)) throw missing(server, generation);
  return standingOf(row);
}

/**
 * An answer that read the checkpoint after all else. Where that is still there, nothing had been taken away of what was read, and where
 * nothing of before was changed since it stood `asOf`, it reads as it did then. @throws GraphMoved
 */
export function unmoved(row: Answered | undefined, asOf?: Standing): Answered {
  if (!isThere(row)) throw new GraphMoved('this graph was replaced by another one: ask again');
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
