import { Halved } from './portions.ts';

/** The subscription gives nothing though the log goes on or was set back, or the graph takes nothing: what there is is given up and begun anew. */
export class Stalled extends Error {
  override name = 'Stalled';
}

const mended = ['unavailable', 'timed-out'];

/** Whether beginning anew may mend it: a store that does not answer now, a batch that is smaller next. Anything else needs somebody. */
export function mayPass(error: unknown): boolean {
  if (error instanceof Stalled || error instanceof Halved) return true;
  const { name, code } = error as Readonly<{ name?: unknown; code?: unknown }>;
  return (name === 'LogUnavailable' || name === 'GraphUnavailable') && mended.includes(String(code));
}

/**
 * Milliseconds within which a second conflict of checkpoints means a second writer. A first one may come of a process that was killed: what
 * it had sent was committed after this one had read the checkpoint.
 */
const ALONE = 60_000;

/** Conflicts of checkpoints, one after the other. */
export class Conflicts {
  #last = -Infinity;

  /** Whether the error is one, and the first for some time. */
  isFirst(error: unknown, now: number): boolean {
    if ((error as Error).name !== 'CheckpointConflict') return false;
    const before = this.#last;
    this.#last = now;
    return now - before > ALONE;
  }
}

/** How a process ends: another writer has the graph, so that who starts it again knows better than to do so at once. */
export const exitCodes = { failed: 1, badSettings: 2, otherWriter: 3 } as const;

export const exitCodeOf = (error: unknown): number =>
  error instanceof Error && error.name === 'CheckpointConflict' ? exitCodes.otherWriter : exitCodes.failed;
