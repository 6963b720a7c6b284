import { once } from 'node:events';
import { createWriteStream, existsSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { finished } from 'node:stream/promises';
import { Problem } from '@kithline/network';
import type { Call } from './door.ts';
import { write } from './write.ts';

/** Where a command writes many lines: a file, or standard output when none is named. */
export type Output = Readonly<{
  /** Undefined for standard output. */
  path: string | undefined;
  write: (text: string) => Promise<void>;
}>;

/**
 * Runs work that writes to the output of a command. A file is there as a whole or, when the work throws or says that it did not come
 * to its end, not at all: what stood there before stays.
 * @throws Problem when no file can be there
 */
export async function toOutput({ args: [path = '-'], door }: Call, work: (output: Output) => Promise<boolean>): Promise<boolean> {
  if (path === '-') return work({ path: undefined, write: (text) => write(door.out, text) });
  requirePlace(path);
  const unfinished = `${path}.unfinished`;
  const file = createWriteStream(unfinished);
  try {
    await once(file, 'open');
    const whole = await work({ path, write: (text) => write(file, text) });
    file.end();
    await finished(file);
    if (whole) renameSync(unfinished, path);
    return whole;
  } finally {
    rmSync(unfinished, { force: true });
  }
}

/** Said before the work begins, which may take long. */
function requirePlace(path: string): void {
  const folder = dirname(path);
  if (!isFolder(folder)) throw noPlace(`there is no folder ${folder}`);
  if (isFolder(path)) throw noPlace(`${path} is a folder: name a file in it`);
}

const isFolder = (path: string): boolean => existsSync(path) && statSync(path).isDirectory();
const noPlace = (message: string): Problem => new Problem('badRequest', 'invalid_option', message, [{ field: 'file', message }]);
