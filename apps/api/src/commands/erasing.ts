import { wrongField } from '@kithline/network';
import type { Way } from './perform.ts';
import { caughtUp, type Known } from './caught-up.ts';

/** The last instant that there is. */
const EVER = 8.64e15;

/** Nobody would notice that a misspelt id was erased in place of a person: of whom nothing was ever recorded is refused. @throws Problem */
export async function erasing(way: Way<unknown>, known: Known): Promise<Way<unknown>> {
  const { stream, command } = way.request;
  const { personId } = command.data as Readonly<{ personId: string }>;
  if ((await known.log.readStream(stream)).length > 0) return way;
  if (!(await caughtUp(known))) return way; // a graph that is behind keeps nobody from being erased
  if (await (await known.graph.graphAt()).knows(personId, EVER)) return way;
  throw wrongField('notFound', 'unknown', { field: 'personId', message: `no person "${personId}" is known: nothing was erased` });
}
