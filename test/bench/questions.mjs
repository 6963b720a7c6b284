/** Retention, latency and re-referral, as they are asked by default, against the same question in SQL on DuckDB; shortest paths and chains by themselves. */
import { InMemoryGraphStore } from '@kithline/graph';
import { answer, parseQuestion } from '@kithline/metrics';
import { factOf } from '@kithline/projection';
import { bytesIn } from './measuring/bytes-in.mjs';
import { say } from './measuring/child.mjs';
import { network, validAt } from './ours/network.mjs';
import { latencySql, openDuckDb, reReferralSql, retentionSql } from './yardsticks/duckdb.mjs';

const people = Number(process.argv[2] ?? 200_000);
const RUNS = 5;
const median = (values) => [...values].sort((a, b) => a - b)[values.length >> 1];
const quantile = (values, p) => [...values].sort((a, b) => a - b)[Math.floor(values.length * p)];

const store = new InMemoryGraphStore();
const duckDb = await openDuckDb();
let position = 0;
let changes = [];
const flush = async () => {
  const from = (await store.checkpoint()).position;
  await store.apply(changes, from, { position, recordedAt: Date.parse(validAt), ledger: '' });
  changes = [];
};
for (const event of network(people)) {
  duckDb.add(event);
  changes.push({ change: 'record', fact: factOf(event, ++position) });
  if (changes.length === 10_000) await flush();
}
await flush();
duckDb.finish();
store.journal.trim();
const graph = store.graph();

/** Ours and theirs turn about, the first of each not counted. */
async function compare(ours, theirs) {
  const times = { ours: [], theirs: [] };
  let answers;
  for (let run = 0; run <= RUNS; run++) {
    const began = performance.now();
    const our = await ours();
    const between = performance.now();
    const their = await theirs();
    if (run > 0) times.theirs.push(performance.now() - between);
    if (run > 0) times.ours.push(between - began);
    answers = [our, their];
  }
  return { ours: median(times.ours), yardstick: median(times.theirs), answers };
}
const asked = (name, options) => () => answer(graph, parseQuestion(name, { ...options, 'valid-at': validAt }).question);
const at = Date.parse(validAt);
const agree = (what, our, their) => {
  if (JSON.stringify(our) !== JSON.stringify(their))
    throw new Error(`${what}: ours is ${JSON.stringify(our)}, DuckDB's ${JSON.stringify(their)}`);
};

const found = {};
const part = async (name, ours, sql, check) => {
  const { answers, ...times } = await compare(ours, () => duckDb.ask(sql));
  check(...answers);
  found[name] = times;
};
const table = (our, their) =>
  agree(
    'retention',
    our.rows.map(({ period, n, k }) => [period, n, k]),
    their.map(({ week, n, k }) => [Number(week), n, k]),
  );
await part('retention, 12 weeks', asked('retention', { period: '7d', periods: '12' }), retentionSql(at, 12), table);
await part('retention, 104 weeks', asked('retention', { period: '7d', periods: '104' }), retentionSql(at, 104), table);
await part('latency', asked('latency', {}), latencySql(at), (our, [their]) => {
  agree('latency', [our.n, our.value.toFixed(9)], [their.n, their.cif.toFixed(9)]);
});
await part('re-referral', asked('re-referral', { reading: 'return' }), reReferralSql(at), (our, [their]) =>
  agree('re-referral', [our.n, our.k], [their.n, their.k]),
);

/** How long one walk takes, between persons drawn by a fixed rule. */
async function walks(count, walk) {
  const { persons } = store.journal.tables;
  const times = [];
  for (let i = 0; i < count; i++) {
    const began = performance.now();
    await walk(persons.text((i * 7919) % persons.count), persons.text((i * 104_729 + 1) % persons.count));
    times.push(performance.now() - began);
  }
  return { p50: quantile(times, 0.5), p95: quantile(times, 0.95) };
}
const way = { validAt: at, mode: 'shortest', over: ['introductions'], ever: false };
for (const [name, walk] of [
  ['shortest path', (from, to) => graph.paths({ ...way, from, to, undirected: false })],
  ['shortest path, undirected', (from, to) => graph.paths({ ...way, from, to, undirected: true })],
  ['chain', (person) => graph.chain({ validAt: at, person })],
]) {
  await walks(5000, walk); // until the code is as fast as it gets
  found[name] = await walks(2000, walk);
}
say({ events: position, bytesAnEvent: bytesIn([store.journal, store.derived()]) / position, found });
process.exit(0);
