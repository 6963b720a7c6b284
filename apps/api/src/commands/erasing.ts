import type { Request } from '@kithline/log';
import { wrongField } from '@kithline/network';
import { caughtUp, type Known } from './caught-up.ts';

/** The last instant that there is. */
const EVER = 8.64e15;

/** Nobody would notice that a misspelt id was erased in place of a person: of whom nothing was ever recorded is refused. @throws Problem */
export async function erasing(request: Request, known: Known): Promise<Request> {
  const { stream, command } = request;
  const { personId } = command.data as Readonly<{ personId: string }>;
  if ((await known.log.readStream(stream)).length > 0) return request;
  if (!(await caughtUp(known))) return request; // a graph that is behind keeps nobody from being erased
  if (await (await known.graph.graphAt()).knows(personId, EVER)) return request;
  throw wrongField('notFound', 'unknown', { field: 'personId', message: `no person "${personId}" is known: nothing was erased` });
}
