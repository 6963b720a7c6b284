/**
 * Prints what the reference data beside the repository is, in one line: an input of the tests that read it, for the cache of Nx.
 * Names, sizes and times of change say it; the bytes would take longer to read than some tests.
 */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './environment.mjs';

const folder = join(root, '..', 'shared', 'data');
const hash = createHash('sha256');
const files = existsSync(folder) ? readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort() : [];
for (const file of files) {
  const { size, mtimeMs } = statSync(join(folder, file));
  hash.update(`${file}\n${size}\n${mtimeMs}\n`);
}
console.log(files.length === 0 ? 'no reference data' : hash.digest('hex'));
