import { CheckpointConflict } from '../graph-store.ts';
import { GraphUnavailable } from './graph-unavailable.ts';
import { missing, standingOf } from './reading/checkpoint.ts';
import { type Server, whole } from './server.ts';

/** One graph of several that stand side by side; questions are answered from the live one. `dropping`: it is being taken away, or that was begun. */
export type Generation = Readonly<{ generation: number; position: number; recordedAt: number | null; live: boolean; dropping: boolean }>;

/** How many nodes go in one transaction, and how many relationships: some nodes have a hundred thousand. */
const NODES = 500;
const RELATIONSHIPS = 10_000;
/** Persons first: most of what there is ends at them. */
const labels = ['person', 'referral', 'introduction', 'engagement', 'community', 'consent-basis'];

export async function allGenerations(server: Server): Promise<readonly Generation[]> {
  const rows = await server.glance('generation/all');
  return rows
    .filter(({ shown }) => shown !== null) // there is none, or it was deleted while it was read
    .map((row) => {
      const { position, recordedAt } = standingOf(row);
      const { generation, live, dropping } = row;
      return { generation: generation as number, position, recordedAt, live: generation === live, dropping: dropping !== false };
    });
}

/** @throws GraphUnavailable (`not-prepared`) */
export async function beginGeneration(server: Server): Promise<number> {
  const [row] = await server.change('generation/begin');
  if (!row) throw new GraphUnavailable('not-prepared', server.address, `${server.address} is not prepared for a graph: migrate it first`);
  return row['generation'] as number;
}

/** @throws CheckpointConflict when another generation is live than `from`; GraphUnavailable (`missing`) when there is none to switch to */
export async function switchGeneration(server: Server, generation: number, from: number | null): Promise<void> {
  const switched = await server.change('generation/switch', { generation: whole(generation), from: whole(from ?? 0) });
  if (switched.length > 0) return;
  const all = await allGenerations(server);
  const live = all.find((found) => found.live)?.generation ?? null;
  if (live !== from)
    throw new CheckpointConflict(`generation ${live ?? 'none'} is live, not ${from ?? 'none'}: somebody else has switched`);
  throw missing(server, generation);
}

/** Takes a generation away, batch by batch; where that was interrupted, doing it again finishes it. What is not there is gone already. */
export async function dropGeneration(server: Server, generation: number): Promise<void> {
  const g = whole(generation);
  const marked = await server.change('generation/mark-dropping', { g });
  if (marked.length === 0) {
    const known = (await allGenerations(server)).find((found) => found.generation === generation);
    if (known?.live) throw new CheckpointConflict(`generation ${generation} is live: switch to another one before it is dropped`);
    return;
  }
  for (const label of labels) await dropLabel(server, label, g);
  for (const label of ['source', 'block']) await repeat(server, `generation/drop-${label}`, { g, most: NODES });
  await server.change('generation/drop-checkpoint', { g });
}

async function dropLabel(server: Server, label: string, g: unknown): Promise<void> {
  for (let dropped = NODES; dropped === NODES;) {
    await repeat(server, `generation/empty-${label}`, { g, most: RELATIONSHIPS });
    dropped = await drop(server, `generation/drop-${label}`, { g, most: NODES });
  }
}

/** Until there is nothing left to do. */
async function repeat(server: Server, statement: string, batch: Readonly<{ g: unknown; most: number }>): Promise<void> {
  while ((await drop(server, statement, batch)) === batch.most);
}

async function drop(server: Server, statement: string, { g, most }: Readonly<{ g: unknown; most: number }>): Promise<number> {
  const [row] = await server.change(statement, { g, nodes: whole(NODES), most: whole(most) });
  return (row?.['dropped'] as number | undefined) ?? 0;
}
