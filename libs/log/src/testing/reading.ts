import type { EventLog, Position, Recorded } from '../event-log.ts';

/** All that pages hold, in order. */
export async function all<T>(pages: AsyncIterable<readonly T[]>): Promise<T[]> {
  const found: T[] = [];
  for await (const page of pages) found.push(...page);
  return found;
}

export const idsOf = (recorded: readonly Recorded[]): string[] => recorded.map(({ event }) => event.id);

/** Follows until as many events came as were asked for, then aborts; fails where the iteration does not end by itself then. */
export async function followed(log: EventLog, count: number, after: Position = 0): Promise<Recorded[]> {
  const abort = new AbortController();
  const found: Recorded[] = [];
  for await (const page of log.follow(after, abort.signal)) {
    found.push(...page);
    if (found.length >= count) abort.abort();
  }
  return found;
}

/** Everything a log answers, to compare it before and after. */
export const contentsOf = async (log: EventLog) => ({ lines: await all(log.readLines()), head: await log.head() });
