import { closeSync, openSync, rmSync, writeSync } from 'node:fs';
import type { Reject } from '@kithline/network/reading';

/** Where the lines that were not imported are listed, one JSON object each. It is made with the first of them. */
export class RejectsFile {
  readonly path: string;
  count = 0;
  private handle: number | undefined;

  constructor(path: string) {
    this.path = path;
  }

  write(rejects: readonly Reject[]): void {
    if (rejects.length === 0) return;
    this.handle ??= openSync(this.path, 'w');
    this.count += rejects.length;
    writeSync(this.handle, rejects.map((reject) => `${JSON.stringify(reject)}\n`).join(''));
  }

  /** A list left by an earlier import of the same file is out of date when there is nothing to list any more. */
  close(): void {
    if (this.handle === undefined) rmSync(this.path, { force: true });
    else closeSync(this.handle);
  }
}
