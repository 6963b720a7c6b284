import { setTimeout as wait } from 'node:timers/promises';
import type { EventLog } from '@kithline/log';
import { lagOf } from '@kithline/network';
import type { Generations } from '../generations.ts';
import { BEAT, isStalled } from '../health/judge.ts';
import type { Standing } from '../standing.ts';
import { Stalled } from './failures.ts';

type HeartbeatParts = Readonly<{ log: EventLog; generations: Generations; standing: Standing; now: () => number }>;

/**
 * Asks both stores where they are, again and again. What is said of the lag comes from the log itself, not from a subscription that may be dead.
 * @throws Stalled, and what the stores throw
 */
export async function beat({ log, generations, standing, now }: HeartbeatParts, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    const began = now();
    const { position } = standing;
    const [head] = await Promise.all([log.head(), generations.generations()]);
    standing.heartbeatMs = now() - began;
    if (head.position < position) throw new Stalled('the log ends before what the graph has of it');
    const lag = await lagOf(log, position, head.position);
    standing.heartbeatAt = now();
    standing.head = head.position;
    standing.lag = lag.events;
    standing.waitingSince = lag.since;
    if (lag.events === 0) standing.movedAt = now();
    if (isStalled(standing, now())) throw new Stalled('the log goes on, and nothing of it arrives');
    await wait(BEAT, undefined, { signal }).catch(() => undefined);
  }
}
