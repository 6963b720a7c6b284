import { setTimeout as wait } from 'node:timers/promises';
import type { EventLog } from '@kithline/log';
import type { RebuildProgress } from '@kithline/network';
import { type BatchLimits, batchesOf } from './following/batches.ts';
import { Conflicts, mayPass } from './following/failures.ts';
import { beat } from './following/heartbeat.ts';
import { obey } from './following/orders.ts';
import { Portions } from './following/portions.ts';
import { Writer } from './following/writer.ts';
import type { Connect, Generations } from './generations.ts';
import type { Metrics } from './health/metrics.ts';
import { tidy } from './rebuilding/standing-beside.ts';
import type { Standing } from './standing.ts';

/** Pauses before a store that was lost is looked for again, in milliseconds: each twice the one before. */
const [SHORTEST, LONGEST] = [250, 5_000];

/** What the graph takes at once is remembered from one connection to the next. */
type SessionParts = ProjectorParts & Readonly<{ portions: Portions }>;

export type ProjectorParts = Readonly<{
  log: EventLog;
  connect: Connect;
  standing: Standing;
  metrics: Metrics;
  /** While the graph is at the end of the log, and while it is behind. */
  limits: Readonly<{ live: BatchLimits; behind: BatchLimits }>;
  now: () => number;
  /** A number from 0 to 1, drawn anew each time. */
  random: () => number;
  /** Told what happens, in a line; the failure, where it is one. */
  heard: (line: string, failure?: unknown) => void;
}>;

/** Follows the log into the live generation until the signal aborts, whatever stores do in the meantime. @throws what waiting cannot mend */
export async function project(parts: ProjectorParts, signal: AbortSignal): Promise<void> {
  const { standing, metrics, random, now } = parts;
  const conflicts = new Conflicts();
  const portions = new Portions();
  for (let lost = 0; !signal.aborted; lost++) {
    const { position } = standing;
    try {
      await session({ ...parts, portions }, signal);
    } catch (error) {
      if (!mayPass(error) && !conflicts.isFirst(error, now())) throw error;
      if (standing.position > position) lost = 0;
      waitFor(parts, error);
      metrics.interrupted();
      const pause = Math.min(LONGEST, SHORTEST * 2 ** lost) * (1 - random() / 2);
      await wait(pause, undefined, { signal }).catch(() => undefined);
    }
  }
}

/** Says what is waited for: as soon as it is known, though what is under way may take longer to end. */
function waitFor({ standing, heard }: ProjectorParts, error: unknown): void {
  const { message } = error as Error;
  if (standing.waitsFor !== message) heard(`waiting: ${message}`, error);
  Object.assign(standing, { phase: 'waiting', waitsFor: message, workingSince: null, rebuild: null });
}

/** From one connection to its loss. What was in memory is begun anew from the checkpoint: so nothing is lost or repeated. */
async function session(parts: SessionParts, signal: AbortSignal): Promise<void> {
  const generations = await parts.connect();
  try {
    await generations.migrate();
    const writer = await Writer.open(parts.log, generations);
    await tidy(generations);
    begin(parts, writer);
    const works = [
      (until: AbortSignal) => follow(parts, writer, until),
      (until: AbortSignal) => beat({ ...parts, generations }, until),
      (until: AbortSignal) => obey({ ...partsOfOrders(parts, generations), onChange: () => tell(parts.standing, writer), writer }, until),
    ];
    await together(signal, works, (error) => {
      if (mayPass(error)) waitFor(parts, error);
    });
  } finally {
    await generations.close().catch(() => undefined);
  }
}

function begin({ standing, heard, now }: ProjectorParts, writer: Writer): void {
  Object.assign(standing, { phase: 'following', waitsFor: null, movedAt: now(), heartbeatAt: null });
  tell(standing, writer);
  heard(`following from position ${writer.position} into generation ${writer.generation}`);
}

function tell(standing: Standing, writer: Writer): void {
  const { generation, position, parked } = writer;
  Object.assign(standing, { generation, position, parked: parked.length, parkedSince: parked[0]?.recordedAt ?? null });
  if (position >= standing.head) Object.assign(standing, { lag: 0, waitingSince: null });
}

const partsOfOrders = ({ log, now, limits, standing, heard, portions }: SessionParts, generations: Generations) => ({
  ...{ log, now, generations, heard, portions, most: limits.behind.events },
  onRebuild: (rebuild: RebuildProgress | null) => void (standing.rebuild = rebuild),
});

async function follow({ log, limits, standing, metrics, now, portions }: SessionParts, writer: Writer, signal: AbortSignal): Promise<void> {
  const isBehind = (): boolean => standing.lag > limits.live.events;
  for await (const batch of batchesOf(
    (until) => log.follow(writer.position, until),
    () => portions.within(isBehind() ? limits.behind : limits.live),
    signal,
  )) {
    const began = (standing.workingSince = standing.movedAt = now());
    await portions.pass(batch, () => writer.apply(batch));
    Object.assign(standing, { workingSince: null, movedAt: now() });
    tell(standing, writer);
    metrics.applied(batch.length, now() - began);
  }
}

/** Runs all of it until the signal aborts, or one of them throws, which ends the others. @throws that */
async function together(
  signal: AbortSignal,
  works: readonly ((until: AbortSignal) => Promise<void>)[],
  onFirst: (error: unknown) => void,
): Promise<void> {
  const failed = new AbortController();
  const until = AbortSignal.any([signal, failed.signal]);
  const running = works.map((work) =>
    work(until).catch((error: unknown) => {
      if (!failed.signal.aborted) onFirst(error);
      failed.abort();
      throw error;
    }),
  );
  const outcomes = await Promise.allSettled(running);
  const failure = outcomes.find((outcome) => outcome.status === 'rejected');
  if (failure) throw failure.reason as Error;
}
