/** Starting from a snapshot, and reading the same file as bytes; the file is in the page cache for both. */
import { readFileSync } from 'node:fs';
import { readSnapshot } from '@kithline/graph';
import { median } from '../measuring/run.mjs';
import { say } from '../measuring/child.mjs';

const [path] = process.argv.slice(2);
const [load, read] = [[], []];
for (let run = 0; run < 5; run++) {
  const began = performance.now();
  readFileSync(path);
  const between = performance.now();
  readSnapshot(path);
  read.push(between - began);
  load.push(performance.now() - between);
}
say({ loadMs: median(load), readMs: median(read) });
