/**
 * The api under load from a process of its own: chains and paths beside a bare Nest route, latency by itself, appends of 32 clients beside
 * 32 clients of the log itself, and the memory of ten minutes of all of it.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { say } from './measuring/child.mjs';
import { load, loadAtHalf } from './measuring/load.mjs';
import { child, kithline, median, RUNS } from './measuring/run.mjs';
import { served } from './measuring/served.mjs';

const minutes = Number(process.argv[2] ?? 10);
const folder = mkdtempSync(join(tmpdir(), 'kithline-bench-api-'));
const [file, data] = [join(folder, 'events.ndjson'), join(folder, 'data')];
kithline('generate', file, '--people', '10000', '--events', '250000', '--seed', '1');
kithline('import', file, '--data', data);
const lines = readFileSync(file, 'utf8').split('\n');
const personsOf = (word) => lines.filter((line) => line.includes(word)).map((line) => JSON.parse(line).data.personId);
const erased = new Set(personsOf('"erase"'));
/** Of somebody erased nothing is known: questions about them are refused. */
const people = personsOf('MemberJoined').filter((personId) => !erased.has(personId));
const person = (i) => people[(i * 7919) % people.length];
const api = await served(join('..', '..', '..', 'apps', 'api', 'dist', 'main.js'), '--data', data);
const bare = await served(join('..', 'yardsticks', 'bare-nest.mjs'));

const chain = (i) => ({ path: `/v1/chain/${person(i)}` });
const path = (i) => ({ path: `/v1/paths?from=${person(i)}&to=${person(i * 3 + 1)}` });
const latency = () => ({ path: '/v1/latency?horizon=30d' });
let joined = 0;
const append = () => ({
  method: 'POST',
  path: `/v1/members/newcomer-${(joined += 1)}/join`,
  headers: { 'content-type': 'application/json' },
  body: '{"communityId":"harbour"}',
});

try {
  const rates = { bare: [], chain: [], path: [], latency: [], append: [], log: [] };
  for (const request of [chain, path]) await load(api.address, request, 2);
  await load(bare.address, () => ({ path: '/' }), 2);
  for (let run = 0; run < RUNS; run++) {
    rates.bare.push(await load(bare.address, () => ({ path: '/' })));
    rates.chain.push(await load(api.address, chain));
    rates.path.push(await load(api.address, path));
    rates.latency.push(await load(api.address, latency));
  }
  const half = {};
  for (const [name, request] of Object.entries({ chain, path, latency })) {
    half[name] = await loadAtHalf(api.address, request, median(rates[name].map(({ perSecond }) => perSecond)));
  }
  for (let run = 0; run < RUNS; run++) {
    rates.log.push({ perSecond: child('yardsticks/log-clients.mjs', join(folder, `log-${run}.sqlite`)).perSecond });
    rates.append.push(await load(api.address, append));
  }
  half.append = await loadAtHalf(api.address, append, median(rates.append.map(({ perSecond }) => perSecond)));
  const memory = [];
  for (const end = Date.now() + minutes * 60_000; Date.now() < end;) {
    for (const request of [chain, path, latency]) await load(api.address, request, 3);
    await loadAtHalf(api.address, append, 100, 3);
    memory.push(api.memory().now);
    await wait(100);
  }
  const perSecond = Object.fromEntries(Object.entries(rates).map(([name, all]) => [name, median(all.map((each) => each.perSecond))]));
  say({ perSecond, half, memory, apiPeak: api.memory().peak });
} finally {
  await Promise.all([api.stop(), bare.stop()]);
  rmSync(folder, { recursive: true, force: true });
}
