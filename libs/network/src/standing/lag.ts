import type { EventLog, Position } from '@kithline/log';
import type { Instant } from '@kithline/touchpoints';

/** More events than this are not counted. */
export const mostCounted = 10_000;

/** How far a graph is behind its log: events in between, and since when the first of them waits; null when none does. */
export type Lag = Readonly<{ events: number; since: Instant | null }>;

/** What stands between two positions, counted by reading (positions may have gaps), at most `mostCounted`. */
export async function lagOf(log: Pick<EventLog, 'readLines'>, after: Position, head: Position): Promise<Lag> {
  let [events, since]: [number, Instant | null] = [0, null];
  if (after >= head) return { events, since };
  for await (const page of log.readLines(after, head)) {
    since ??= page[0]?.recordedAt ?? null;
    events += page.length;
    if (events >= mostCounted) return { events: mostCounted, since };
  }
  return { events, since };
}
