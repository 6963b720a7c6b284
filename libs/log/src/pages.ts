import { setImmediate as turn } from 'node:timers/promises';
import type { Position } from './event-log.ts';

/** How many events are read at once: a millisecond of work, after which others get their turn. */
export const pageSize = 200;

type Positioned = Readonly<{ position: Position }>;

/** Reads at most `pageSize` entries after a position. */
export type ReadPage<T extends Positioned> = (after: Position) => readonly T[];

/** Waits until there may be more to read, or until the signal aborts. */
export type Pause = (signal: AbortSignal) => Promise<unknown>;

/** Page after page, up to the head as it is when the reading gets there. */
export async function* allPages<T extends Positioned>(read: ReadPage<T>, after: Position): AsyncGenerator<readonly T[]> {
  for (let page = read(after); page.length > 0; page = read(positionOf(page))) {
    yield page;
    await turn();
  }
}

/** Page after page, and then whatever comes, until the signal aborts. */
export async function* followPages<T extends Positioned>(
  read: ReadPage<T>,
  after: Position,
  { pause, signal }: { pause: Pause; signal: AbortSignal },
): AsyncGenerator<readonly T[]> {
  let seen = after;
  while (!signal.aborted) {
    const page = read(seen);
    if (page.length === 0) await pause(signal);
    else {
      yield page;
      seen = positionOf(page);
      await turn();
    }
  }
}

const positionOf = (page: readonly Positioned[]): Position => page.at(-1)?.position ?? 0;
