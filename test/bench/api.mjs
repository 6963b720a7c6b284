/**
 * The api under load from a process of its own: chains and paths of ten thousand people beside a bare Nest route, latency by itself, each as
 * it is asked (an answer is given again until something happens) and as if it were never asked before; appends of 32 clients beside 32
 * clients of the log itself; and the memory of ten minutes of all of it.
 */
import { copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
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
const pristine = join(folder, 'pristine.sqlite');
copyFileSync(join(data, 'log.sqlite'), pristine);
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
/** The same at another V each time, which nobody can have asked for before. */
const V = Date.parse('2026-09-01T00:00:00Z');
const anew = (request) => (i) => {
  const { path } = request(i);
  return { path: `${path}${path.includes('?') ? '&' : '?'}valid-at=${new Date(V + (asked += 1)).toISOString()}` };
};
let asked = 0;
let joined = 0;
const append = () => ({
  method: 'POST',
  path: `/v1/members/newcomer-${(joined += 1)}/join`,
  headers: { 'content-type': 'application/json' },
  body: '{"communityId":"harbour"}',
});

try {
  const questions = { chain, path, latency, chainAnew: anew(chain), pathAnew: anew(path), latencyAnew: anew(latency) };
  const rates = Object.fromEntries(['bare', ...Object.keys(questions), 'append', 'log', 'commands'].map((name) => [name, []]));
  for (const request of [chain, path]) await load(api.address, request, 2);
  await load(bare.address, () => ({ path: '/' }), 2);
  for (let run = 0; run < RUNS; run++) {
    rates.bare.push(await load(bare.address, () => ({ path: '/' })));
    for (const [name, request] of Object.entries(questions)) rates[name].push(await load(api.address, request));
  }
  const half = {};
  for (const [name, request] of Object.entries({ chain, path, latency })) {
    half[name] = await loadAtHalf(api.address, request, median(rates[name].map(({ perSecond }) => perSecond)));
  }
  for (let run = 0; run < RUNS; run++) {
    for (const name of ['log', 'commands']) {
      const log = join(folder, `${name}-${run}.sqlite`);
      copyFileSync(pristine, log); // as long as the log of the api: what an append costs depends on that
      rates[name].push({ perSecond: child('yardsticks/log-clients.mjs', log, name).perSecond });
    }
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
