import { setTimeout as wait } from 'node:timers/promises';

/**
 * How often something is asked anew because the graph went on under it, each time twice as many milliseconds later: where it stands is
 * shown only when all of a commit can be seen. Together half a second.
 */
const ATTEMPTS = 9;

/** Asks, and again of the newest graph when what was known was changed in between. @throws whatever else asking throws */
export async function askedAgain<T>(ask: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await ask();
    } catch (error) {
      if (attempt === ATTEMPTS || !wentOn(error)) throw error;
      await wait(2 ** attempt);
    }
  }
}

/** What a graph on a server says that was changed, or replaced by another one, while it was asked. */
function wentOn(error: unknown): boolean {
  const { name, code } = error as Readonly<{ name?: unknown; code?: unknown }>;
  return name === 'GraphMoved' || (name === 'GraphUnavailable' && code === 'missing');
}
