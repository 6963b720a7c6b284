import { createReadStream } from 'node:fs';
import { type FileHandle, open, rm } from 'node:fs/promises';
import { PassThrough } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Recording } from '@kithline/network';

/** What came of one line. `declared`: the position of the consent basis that was declared directly before it. */
type Result = Readonly<{ line: number; outcome: string; position?: number; declared?: number }>;

/** What came of the lines of a batch, in their order, as NDJSON. */
export function resultsOf({ entries, outcomes, rejects }: Recording): string {
  const results: Result[] = rejects.map(({ line, ...why }) => ({ line, outcome: 'rejected', ...why }));
  let declared: number | undefined;
  entries.forEach(({ number }, i) => {
    const { position, outcome } = outcomes[i]!;
    if (number === undefined) declared = outcome === 'written' ? position : undefined;
    else {
      results.push({ line: number, outcome, position, ...(declared !== undefined && { declared }) });
      declared = undefined;
    }
  });
  return results
    .sort((a, b) => a.line - b.line)
    .map((result) => `${JSON.stringify(result)}\n`)
    .join('');
}

/**
 * Results on their way to a sender who may not read before everything is sent: they go out at once as long as they are read, and
 * wait in a file after that, so that neither memory nor the sender is held up.
 */
export class Results {
  readonly body = new PassThrough();
  /** Resolves with the first result. */
  readonly begun: Promise<void>;
  readonly #path: string;
  #begin: () => void = () => undefined;
  #full = false;
  #file: FileHandle | undefined;

  /** @param path where the file may be made; it is taken away at the end */
  constructor(path: string) {
    this.#path = path;
    this.begun = new Promise((resolve) => (this.#begin = resolve));
    this.body.on('drain', () => (this.#full = false));
  }

  async write(text: string): Promise<void> {
    if (text === '' || this.body.destroyed) return;
    this.#begin();
    if (!this.#full && !this.#file) {
      this.#full = !this.body.write(text);
      return;
    }
    this.#file ??= await open(this.#path, 'wx', 0o600);
    await this.#file.writeFile(text);
  }

  /** Sends what waits, and ends. */
  async end(): Promise<void> {
    if (!this.#file) return void this.body.end();
    try {
      await this.#file.close();
      await pipeline(createReadStream(this.#path), this.body);
    } finally {
      await rm(this.#path, { force: true });
    }
  }
}
