import type { Readable } from 'node:stream';

/**
 * What arrives of a body until the signal aborts, which fails with its reason. The body itself is left alone, since with it the
 * connection would end, over which the sender has yet to hear what came of it: what still arrives is passed over.
 */
export async function* until(body: Readable, signal: AbortSignal): AsyncGenerator<Buffer> {
  const chunks: AsyncIterator<Buffer, undefined> = body.iterator({ destroyOnReturn: false });
  const { promise: stopped, stop } = stopping(signal);
  try {
    for (;;) {
      const next = await Promise.race([chunks.next(), stopped]);
      if (next.done) return;
      yield next.value;
    }
  } finally {
    signal.removeEventListener('abort', stop);
    void passOver(chunks);
  }
}

async function passOver(chunks: AsyncIterator<Buffer, undefined>): Promise<void> {
  try {
    while (!(await chunks.next()).done);
  } catch {
    // the sender went away: there is nothing to pass over any more
  }
}

function stopping(signal: AbortSignal): Readonly<{ promise: Promise<never>; stop: () => void }> {
  let stop = (): void => undefined;
  const promise = new Promise<never>((_, reject) => {
    stop = () => reject(signal.reason as Error);
    if (signal.aborted) stop();
    else signal.addEventListener('abort', stop, { once: true });
  });
  promise.catch(() => undefined);
  return { promise, stop };
}
