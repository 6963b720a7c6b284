import { once } from 'node:events';
import type { Writable } from 'node:stream';

/** Writes, and waits until the reader at the other end has kept up. */
export async function write(stream: Writable, text: string): Promise<void> {
  if (!stream.write(text)) await once(stream, 'drain');
}

/** Writes one JSON value on lines of its own: spread out for eyes at a terminal, on one line for programs. */
export const writeJson = (stream: Writable & { isTTY?: boolean }, value: unknown): Promise<void> =>
  write(stream, `${JSON.stringify(value, null, stream.isTTY ? 2 : undefined)}\n`);
