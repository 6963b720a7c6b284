import { closeSync, existsSync, openSync, readFileSync, truncateSync, writeSync } from 'node:fs';
import type { Proposed } from './store.ts';

type Append = Readonly<{ stream: string; created: number; events: readonly Proposed[] }>;

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');

/** A line an append; written before it is answered, so that whatever a client was told outlives the process. */
export class EventFile {
  readonly #path: string;
  #handle: number | undefined;

  constructor(path: string) {
    this.#path = path;
  }

  /** What was kept. Half a line at the end is an append that was never answered: it is cut off. */
  read(): readonly Append[] {
    if (!existsSync(this.#path)) return [];
    const text = readFileSync(this.#path, 'utf8');
    const whole = text.lastIndexOf('\n') + 1;
    if (whole < text.length) truncateSync(this.#path, Buffer.byteLength(text.slice(0, whole)));
    return text
      .slice(0, whole)
      .split('\n')
      .filter(Boolean)
      .map((line) => revived(JSON.parse(line) as Append));
  }

  add({ stream, created, events }: Append): void {
    this.#handle ??= openSync(this.#path, 'a');
    const plain = events.map(({ data, metadata, ...event }) => ({ ...event, data: base64(data), metadata: base64(metadata) }));
    writeSync(this.#handle, `${JSON.stringify({ stream, created, events: plain })}\n`);
  }

  close(): void {
    if (this.#handle !== undefined) closeSync(this.#handle);
    this.#handle = undefined;
  }
}

const revived = ({ events, ...append }: Append): Append => ({
  ...append,
  events: events.map((event) => ({ ...event, data: bytes(event.data), metadata: bytes(event.metadata) })),
});
const bytes = (text: unknown): Uint8Array => Buffer.from(String(text), 'base64');
