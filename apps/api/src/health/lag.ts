import type { EventLog, Position } from '@kithline/log';

/** More events than this are not counted. */
export const mostCounted = 10_000;

/** How many events stand between two positions, counted by reading (positions may have gaps), at most `mostCounted`. */
export async function lagOf(log: Pick<EventLog, 'readLines'>, after: Position, head: Position): Promise<number> {
  if (after >= head) return 0;
  let lag = 0;
  for await (const page of log.readLines(after, head)) {
    lag += page.length;
    if (lag >= mostCounted) return mostCounted;
  }
  return lag;
}
