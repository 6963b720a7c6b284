import { setTimeout as wait } from 'node:timers/promises';
import type { Checkpoint } from '../../graph-store.ts';
import { GraphMoved, GraphUnavailable } from '../graph-unavailable.ts';
import { type Answered, type Server, whole } from '../server.ts';

/** What was committed to its end, as readers and the writer go by it. */
export type Standing = Pick<Checkpoint, 'position' | 'recordedAt'> &
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

/** How often a ledger is asked for that is not yet, or not any more, of the standing beside it; each time a millisecond later. */
const ATTEMPTS = 50;

/** What a generation says of itself as long as it is there: of a node that is deleted after it was found, any property may be read as null. */
export const isThere = (row: Answered | undefined): row is Answered =>
  row?.['dropping'] === false && ['id', 'shown', 'ledger', 'turned'].every((name) => row[name] !== null);

export const standingOf = ({ id, shown }: Answered): Standing => ({
  id: id as string,
  ...(JSON.parse(shown as string) as Omit<Standing, 'id'>),
});

/** @throws GraphUnavailable (`missing`) when there is no such generation, or it is being taken away */
export async function readStanding(server: Server, generation: number): Promise<Standing> {
  const [row] = await server.glance('generation/checkpoint', { g: whole(generation) });
  if (!isThere(row)) throw missing(server, generation);
  return standingOf(row);
}

/** With the ledger, which is too long to be read whenever something is asked. @throws GraphUnavailable (`missing`, `failed`) */
export async function readCheckpoint(server: Server, generation: number): Promise<Checkpoint> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const [row] = await server.glance('generation/ledger', { g: whole(generation) });
    if (!isThere(row)) throw missing(server, generation);
    const { position, recordedAt, batch } = standingOf(row);
    const ledger = row['ledger'] as string;
    if (ledger.startsWith(`${batch}:`)) return { position, recordedAt, ledger: ledger.slice(ledger.indexOf(':') + 1) };
    await wait(attempt);
  }
  throw new GraphUnavailable(
    'failed',
    server.address,
    `${server.address}: the checkpoint of generation ${generation} is not whole: rebuild it`,
  );
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
