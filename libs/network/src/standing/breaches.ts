import type { EventLog } from '@kithline/log';
import { breachesOf } from '@kithline/touchpoints';

/** How many times the facts of the log break each rule of the deciders; commands could not have brought these about. */
export async function countBreaches(
  log: EventLog,
  upTo: number,
  progress: (position: number) => void,
): Promise<Readonly<Record<string, number>>> {
  const counts = new Map<string, number>();
  const seen = new Set<string>();
  for await (const page of log.readAll(0, upTo)) {
    for (const { event } of page) {
      if (seen.has(event.subject)) continue;
      seen.add(event.subject);
      for (const rule of breachesOf((await log.readStream(event.subject)).map((recorded) => recorded.event))) {
        counts.set(rule, (counts.get(rule) ?? 0) + 1);
      }
    }
    progress(page.at(-1)?.position ?? 0);
  }
  return Object.fromEntries([...counts].sort(([a], [b]) => (a < b ? -1 : 1)));
}
