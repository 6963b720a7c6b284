/**
 * `npm run bench` measures everything; `npm run bench -- import|replay|questions|start|api|stores` some parts. What was measured is printed, kept in
 * measured.json, and renewed in docs/performance.md. Each figure stands beside a yardstick taken in the same run, turn about, so that a busy
 * machine weighs on both.
 */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { parts } from './parts.mjs';
import { page } from './page.mjs';

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !Object.hasOwn(parts, name));
if (unknown.length > 0) {
  console.error(`There is no part ${unknown.join(', ')}; there are ${Object.keys(parts).join(', ')}.`);
  process.exit(2);
}
const docs = fileURLToPath(new URL('../../docs/performance.md', import.meta.url));
const kept = new URL('measured.json', import.meta.url);
const folder = mkdtempSync(join(tmpdir(), 'kithline-bench-'));
try {
  const measured = existsSync(kept) ? JSON.parse(readFileSync(kept, 'utf8')) : {};
  const names = wanted.length > 0 ? wanted : Object.keys(parts);
  for (const name of names) {
    console.error(`${name}…`);
    measured[name] = parts[name](folder);
  }
  const rowsOf = (some) => some.flatMap((name) => measured[name] ?? []);
  console.log(page(rowsOf(names)));
  writeFileSync(kept, `${JSON.stringify(measured, null, 2)}\n`);
  const text = page(rowsOf(Object.keys(parts)));
  writeFileSync(docs, await format(text, { ...(await resolveConfig(docs)), parser: 'markdown' }));
} finally {
  rmSync(folder, { recursive: true, force: true });
}
