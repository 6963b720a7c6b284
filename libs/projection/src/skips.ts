import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Skipped } from './ledger.ts';

/** What was skipped in an embedded graph, in a file beside its log: snapshots come and go, and the log knows nothing of it. */
const pathIn = (folder: string): string => join(folder, 'skipped.json');

export function readSkips(folder: string): readonly Skipped[] {
  try {
    return JSON.parse(readFileSync(pathIn(folder), 'utf8')) as readonly Skipped[];
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

export function writeSkips(folder: string, skipped: readonly Skipped[]): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(`${pathIn(folder)}.unfinished`, `${JSON.stringify(skipped)}\n`, { flush: true });
  renameSync(`${pathIn(folder)}.unfinished`, pathIn(folder));
}
