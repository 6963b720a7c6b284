/**
 * The adapter of EventStoreDB beside its bare client, against the wire-level server of test/event-store in a process of its own. Turn about by
 * half seconds, so that a machine that is slow for a while is so for both, and each is first every other time, since the server grows with what
 * is written; both follow the same events.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { say } from '../measuring/child.mjs';
import { median } from '../measuring/run.mjs';

const TURNS = 40;
const FOLLOWS = { turns: 11, events: 40_000 };
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

/** A side in a process of its own that works when it is told to. */
async function begin(side, kind, tenant, events = '') {
  const script = join(import.meta.dirname, 'event-store-client.mjs');
  const child = spawn(process.execPath, [script, side, kind, url, tenant, String(events)], { stdio: ['pipe', 'pipe', 'inherit'] });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const heard = async () => JSON.parse((await lines.next()).value);
  await heard();
  return {
    side,
    work: async (turn) => {
      child.stdin.write(`${turn}\n`);
      return (await heard()).perSecond;
    },
    end: () => {
      child.stdin.end();
      return heard();
    },
  };
}

/** Both sides turn about: what each did a second, in the middle, and the most memory ours held. */
async function measure(kind, turns, tenantOf, events) {
  const sides = [await begin('ours', kind, tenantOf('ours'), events), await begin('bare', kind, tenantOf('bare'), events)];
  const rates = { ours: [], bare: [] };
  for (let turn = 0; turn < turns; turn++) {
    for (const { side, work } of turn % 2 === 0 ? sides : [...sides].reverse()) rates[side].push(await work(turn));
  }
  const [{ peak }] = [await sides[0].end(), await sides[1].end()];
  return { ours: median(rates.ours), bare: median(rates.bare), peak };
}

try {
  const single = await measure('single', TURNS, (side) => `single${side}`);
  const batches = await measure('batches', TURNS, (side) => `batches${side}`); // far more than are followed
  const follow = await measure('follow', FOLLOWS.turns, () => 'batchesbare', FOLLOWS.events);
  const memory = Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${server.pid}/status`, 'utf8'))[1]) * 1024;
  say({ found: { 'single appends of 32 clients': single, 'appends of 500 events': batches, follow }, server: memory });
} finally {
  server.kill();
  rmSync(folder, { recursive: true, force: true });
}
