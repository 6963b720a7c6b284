/** How often something is asked anew because the graph went on under it. */
const ATTEMPTS = 5;

/** Asks, and again of the newest graph when what was known was changed in between. @throws whatever else asking throws */
export async function askedAgain<T>(ask: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await ask();
    } catch (error) {
      if (attempt === ATTEMPTS || !wentOn(error)) throw error;
    }
  }
}

/** What a graph on a server says that was changed, or replaced by another one, while it was asked. */
function wentOn(error: unknown): boolean {
  const { name, code } = error as Readonly<{ name?: unknown; code?: unknown }>;
  return name === 'GraphMoved' || (name === 'GraphUnavailable' && code === 'missing');
}
