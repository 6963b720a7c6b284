/**
 * The adapter of EventStoreDB beside its bare client, against the wire-level server of test/event-store in a process of its own. Turn about, and
 * each is first every other time, since the server grows with what is written; both follow the same events.
 */
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { say } from '../measuring/child.mjs';
import { median } from '../measuring/run.mjs';

const RUNS = 5;
const root = fileURLToPath(new URL('../../../', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'kithline-bench-event-store-'));
const typescript = pathToFileURL(join(root, 'libs/log/src/sqlite/crash/testing/typescript.mjs')).href;
const flags = ['--no-warnings', '--import', typescript, '--conditions=@kithline/source'];
const server = spawn(
  process.execPath,
  [...flags, join(root, 'test/event-store/src/server/process.ts'), '0', join(folder, 'events.ndjson')],
  {
    env: { ...process.env, TRANSPILED: join(folder, 'transpiled') },
    stdio: ['pipe', 'pipe', 'inherit'],
  },
);
const [said] = await once(server.stdout, 'data');
const url = String(said).trim();

async function measure(side, kind, tenant, events = '') {
  const script = join(import.meta.dirname, 'event-store-client.mjs');
  const { stdout } = await promisify(execFile)(process.execPath, [script, side, kind, url, tenant, String(events)], { encoding: 'utf8' });
  return JSON.parse(stdout);
}

try {
  const found = {};
  const note = (name, side, { perSecond, peak }) => {
    found[name] ??= { ours: [], bare: [], peak: 0 };
    found[name][side].push(perSecond);
    if (side === 'ours') found[name].peak = Math.max(found[name].peak, peak);
  };
  for (let run = 0; run < RUNS; run++) {
    const sides = run % 2 === 0 ? ['ours', 'bare'] : ['bare', 'ours'];
    for (const side of sides) note('single appends of 32 clients', side, await measure(side, 'single', `single${side}${run}`));
    const written = {};
    for (const side of sides) note('appends of 500 events', side, (written[side] = await measure(side, 'batches', `batches${side}${run}`)));
    for (const side of sides) note('follow', side, await measure(side, 'follow', `batches${sides[0]}${run}`, written[sides[0]].events));
  }
  const medians = ({ ours, bare, peak }) => ({ ours: median(ours), bare: median(bare), peak });
  const memory = Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${server.pid}/status`, 'utf8'))[1]) * 1024;
  say({ found: Object.fromEntries(Object.entries(found).map(([name, all]) => [name, medians(all)])), server: memory });
} finally {
  server.kill();
  rmSync(folder, { recursive: true, force: true });
}
