import type { GraphStore } from '@kithline/graph';
import type { EventLog } from '@kithline/log';
import type { ProjectedLog } from './lines.ts';
import { Projection, type ProjectionOptions } from './projection.ts';

/** How a catch-up goes: the position applied and where it is to end. */
export type Progress = (position: number, end: number) => void;

export type CatchUpOptions = ProjectionOptions & Readonly<{ progress?: Progress | undefined }>;

/** Applies everything after the checkpoint up to `upTo` (default: the head) and returns the projection, caught up. */
export async function catchUp(
  log: ProjectedLog & Pick<EventLog, 'head' | 'readAll'>,
  store: GraphStore,
  upTo?: number,
  { progress, ...options }: CatchUpOptions = {},
): Promise<Projection> {
  const projection = await Projection.resume(log, store, options);
  const end = upTo ?? (await log.head()).position;
  if (projection.position >= end) return projection;
  for await (const page of log.readAll(projection.position)) {
    await projection.apply(page.at(-1)!.position > end ? page.filter(({ position }) => position <= end) : page);
    progress?.(projection.position, end);
    if (page.at(-1)!.position >= end) break;
  }
  return projection;
}
