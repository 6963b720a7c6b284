import { type GraphInUse, Problem, wrongField } from '@kithline/network';

/** Milliseconds that a question waits at most for the position it must see. */
const LONGEST = 5_000;

/** Read-your-writes: the position that the answer must have seen; undefined when none was named. @throws Problem */
export function readWaitFor(text: unknown): number | undefined {
  if (text === undefined) return undefined;
  const position = Number(text);
  if (typeof text === 'string' && /^\d{1,16}$/.test(text) && Number.isSafeInteger(position)) return position;
  const message = 'must be one position of the log, such as 12345';
  throw new Problem('badRequest', 'invalid_question', `wait-for ${message}`, [{ field: 'wait-for', message }]);
}

/** Waits until the graph has applied the log up to a position. @throws Problem when it has not within the limit: try again */
export async function waitFor(graph: GraphInUse, position: number | undefined): Promise<void> {
  if (position === undefined || (await graph.waitFor(position, LONGEST))) return;
  const message = `the graph has come to position ${graph.position} and not yet to ${position}: ask again`;
  throw wrongField('unavailable', 'position_not_reached', { field: 'wait-for', message });
}
