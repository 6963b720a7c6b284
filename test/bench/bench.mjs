/**
 * `npm run bench` measures everything and writes docs/performance.md; `npm run bench -- import|replay|questions|start` one part, which is
 * printed. Each figure stands beside a yardstick taken in the same run, turn about, so that a busy machine weighs on both.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parts } from './parts.mjs';
import { page } from './page.mjs';

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !Object.hasOwn(parts, name));
if (unknown.length > 0) {
  console.error(`There is no part ${unknown.join(', ')}; there are ${Object.keys(parts).join(', ')}.`);
  process.exit(2);
}
const folder = mkdtempSync(join(tmpdir(), 'kithline-bench-'));
try {
  const rows = [];
  for (const name of wanted.length > 0 ? wanted : Object.keys(parts)) {
    console.error(`${name}…`);
    rows.push(...parts[name](folder));
  }
  const text = page(rows);
  console.log(text);
  if (wanted.length === 0) writeFileSync(new URL('../../docs/performance.md', import.meta.url), text);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
