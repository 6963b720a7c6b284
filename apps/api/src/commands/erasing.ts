import type { EventLog } from '@kithline/log';
import { type GraphInUse, wrongField } from '@kithline/network';
import type { Way } from './perform.ts';

/** Milliseconds that an erasure waits for the graph to see what was recorded just before. */
const PATIENCE = 1_000;

/** The last instant that there is. */
const EVER = 8.64e15;

/** Nobody would notice that a misspelt id was erased in place of a person: of whom nothing was ever recorded is refused. @throws Problem */
export async function erasing(way: Way<unknown>, { log, graph }: Readonly<{ log: EventLog; graph: GraphInUse }>): Promise<Way<unknown>> {
  const { stream, command } = way.request;
  const { personId } = command.data as Readonly<{ personId: string }>;
  if ((await log.readStream(stream)).length > 0) return way;
  const isUpToDate = await graph.waitFor((await log.head()).position, PATIENCE);
  if (!isUpToDate || (await (await graph.graphAt()).knows(personId, EVER))) return way; // a graph that is behind keeps nobody from being erased
  throw wrongField('notFound', 'unknown', { field: 'personId', message: `no person "${personId}" is known: nothing was erased` });
}
