import { PassThrough, Readable } from 'node:stream';
import type { Door } from '../door/door.ts';

/** A door for specs: what is written is kept, the clock stands still. */
export function capturedDoor(
  input = '',
  now = Date.UTC(2026, 2, 31),
): Door & Readonly<{ written: () => string; complained: () => string }> {
  const out = new PassThrough();
  const err = new PassThrough();
  const kept = (stream: PassThrough): (() => string) => {
    let text = '';
    stream.on('data', (chunk: Buffer) => (text += chunk.toString()));
    return () => text;
  };
  const signal = new AbortController().signal;
  return { input: Readable.from([input]), out, err, now: () => now, signal, written: kept(out), complained: kept(err) };
}
