import { type FSWatcher, watch } from 'node:fs';
import { basename, dirname } from 'node:path';
import { Bell } from '../bell.ts';
import { realPath } from './log-file.ts';

/** Milliseconds after a change was noticed until it is looked for: by then the commit is most likely through. */
const shortest = 5;
/** Milliseconds after which it is looked for though nothing was noticed, as on a network drive that tells nobody. */
const longest = 1_000;

/**
 * How a reader notices what another process appends: the file system tells when the write-ahead log is touched. That is a moment before
 * the commit can be seen, so it looks again after ever longer pauses, up to `longest`.
 */
export class FileWatch {
  readonly #folder: string;
  readonly #file: string;
  readonly #bell = new Bell();
  #watcher: FSWatcher | 'none' | undefined;
  #touched = false;
  #delay = shortest;

  /** @param path of the log */
  constructor(path: string) {
    const file = realPath(path);
    this.#folder = dirname(file);
    this.#file = `${basename(file)}-wal`;
  }

  /** Called when there was nothing to read: returns when it is worth looking again. */
  readonly pause = async (signal: AbortSignal): Promise<void> => {
    if (!this.#watcher) return this.#begin(); // what came in between is seen by looking once more
    if (!this.#touched) await this.#bell.wait(signal, this.#delay);
    if (!this.#touched) {
      this.#delay = Math.min(2 * this.#delay, longest);
      return;
    }
    this.close(); // while much is written one look in a while is enough
    this.#delay = shortest;
    await this.#bell.wait(signal, shortest);
  };

  close(): void {
    if (this.#watcher !== 'none') this.#watcher?.close();
    this.#watcher = undefined;
    this.#touched = false;
  }

  #begin(): void {
    try {
      this.#watcher = watch(this.#folder, (_, name) => {
        if (name === this.#file) this.#touch();
      });
      this.#watcher.on('error', () => (this.#watcher = 'none'));
    } catch {
      this.#watcher = 'none'; // the system watches enough files already: the pauses alone must do
    }
  }

  #touch(): void {
    this.#touched = true;
    this.#bell.ring();
  }
}
