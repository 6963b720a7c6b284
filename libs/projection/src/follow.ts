import type { GraphStore } from '@kithline/graph';
import type { EventLog } from '@kithline/log';
import { Projection } from './projection.ts';

/** How a catch-up goes: the position applied and where it is to end. */
export type Progress = (position: number, end: number) => void;

/** Applies everything after the checkpoint up to `upTo` (default: the head) and returns the projection, caught up. */
export async function catchUp(log: EventLog, store: GraphStore, upTo?: number, progress?: Progress): Promise<Projection> {
  const projection = await Projection.resume(log, store);
  const end = upTo ?? (await log.head()).position;
  if (projection.position >= end) return projection;
  for await (const page of log.readAll(projection.position)) {
    await projection.apply(page.at(-1)!.position > end ? page.filter(({ position }) => position <= end) : page);
    progress?.(projection.position, end);
    if (page.at(-1)!.position >= end) break;
  }
  return projection;
}

/** Catches up and then applies whatever is appended, until the signal aborts. */
export async function follow(log: EventLog, store: GraphStore, signal: AbortSignal): Promise<void> {
  const projection = await Projection.resume(log, store);
  for await (const page of log.follow(projection.position, signal)) await projection.apply(page);
}
