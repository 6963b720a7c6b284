/**
 * A real Neo4j: projection beside the same statements with the same rows sent by the bare driver, and questions at 200,000 people beside
 * plain Cypher that ignores consent, V and disclosure, and the graph in memory.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { InMemoryGraphStore } from '@kithline/graph';
import { Neo4jGraphs } from '@kithline/graph/neo4j';
import { answer, parseQuestion } from '@kithline/metrics';
import { factOf } from '@kithline/projection';
import neo4j, { Transaction } from 'neo4j-driver';
import { startNeo4j } from '../../../infra/neo4j/server.mjs';
import { say } from '../measuring/child.mjs';
import { median } from '../measuring/run.mjs';
import { network, validAt } from '../ours/network.mjs';
import { plainGraph, questions } from './plain-graph.mjs';

const people = Number(process.argv[2] ?? 200_000);
const [RUNS, BATCH] = [3, 5_000];
const at = Date.parse(validAt);
const folder = mkdtempSync(join(tmpdir(), 'kithline-bench-neo4j-'));
const server = await startNeo4j({ folder, heap: 1024, pageCache: 512 });
const memory = () => Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${server.pid}/status`, 'utf8'))[1]) * 1024;
const quantile = (values, p) => [...values].sort((a, b) => a - b)[Math.floor(values.length * p)];
async function timed(work) {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

/** Applies a network in batches to a store, and tells how long that took without making it. */
async function project(store, events) {
  let [position, from, ms, changes] = [0, 0, 0, []];
  const flush = async () => {
    ms += await timed(() => store.apply(changes, from, { position, recordedAt: at, ledger: '' }));
    [from, changes] = [position, []];
  };
  for (const event of events) {
    changes.push({ change: 'record', fact: factOf(event, ++position) });
    if (changes.length === BATCH) await flush();
  }
  await flush();
  return { position, ms };
}

/** What one projection sends, a list of statements a transaction. */
async function recorded(work) {
  const sent = new Map();
  const { run } = Transaction.prototype;
  Transaction.prototype.run = function (query, parameters) {
    sent.set(this, [...(sent.get(this) ?? []), { query, parameters }]);
    return run.call(this, query, parameters);
  };
  const result = await work();
  Transaction.prototype.run = run;
  return { ...result, transactions: [...sent.values()] };
}

/** The same statements with the same rows, for another generation, through the bare driver. */
async function replay(driver, transactions, generation) {
  const g = neo4j.int(generation);
  return timed(async () => {
    for (const statements of transactions) {
      const session = driver.session({ database: 'neo4j' });
      const transaction = session.beginTransaction();
      await Promise.all(statements.map(({ query, parameters }) => transaction.run(query, { ...parameters, g })));
      await transaction.commit();
      await session.close();
    }
  });
}

async function projection(graphs) {
  const driver = neo4j.driver(server.url, neo4j.auth.basic(server.username, server.password), { telemetryDisabled: true });
  const small = [...network(people / 10)];
  const anew = async () => graphs.store(await graphs.begin());
  const first = await anew();
  const { transactions, position } = await recorded(() => project(first, small)); // not counted: the server warms up
  const times = { ours: [], theirs: [] };
  for (let run = 0; run < RUNS; run++) {
    times.ours.push((await project(await anew(), small)).ms);
    times.theirs.push(await replay(driver, transactions, await graphs.begin()));
  }
  await driver.close();
  return { events: position, ours: median(times.ours), theirs: median(times.theirs) };
}

/** A figure asked of a graph that was never read before, and asked again; and plain Cypher. */
async function figure(name, options, { plain, inMemory }) {
  const question = parseQuestion(name, { ...options, 'valid-at': validAt }).question;
  const times = { first: [], again: [], theirs: [], inMemory: [] };
  for (let run = 0; run < RUNS; run++) {
    const graphs = await Neo4jGraphs.connect(server);
    const ask = async () => answer(await graphs.graph(), question);
    times.first.push(await timed(ask));
    for (let i = 0; i < RUNS; i++) times.again.push(await timed(ask));
    for (let i = 0; i < RUNS; i++) times.theirs.push(await timed(() => plain.ask(questions[name])));
    for (let i = 0; i < RUNS; i++) times.inMemory.push(await timed(() => answer(inMemory, question)));
    await graphs.close();
  }
  return Object.fromEntries(Object.entries(times).map(([what, all]) => [what, median(all)]));
}

/**
 * Walks between people drawn by a fixed rule, ours and plain Cypher turn about; the first half is not counted. The graph is opened once, as
 * the api does for as long as nothing comes.
 */
async function walks(graphs, ids, { ours, theirs }) {
  const graph = await graphs.graph();
  const times = { ours: [], theirs: [] };
  const COUNT = 2_000;
  for (let i = 0; i < COUNT; i++) {
    const [from, to] = [ids[(i * 7919) % ids.length], ids[(i * 104_729 + 1) % ids.length]];
    const our = await timed(() => ours(graph, from, to));
    const their = await timed(() => theirs({ from, to }));
    if (i < COUNT / 2) continue;
    times.ours.push(our);
    times.theirs.push(their);
  }
  const both = (p) => ({ ours: quantile(times.ours, p), theirs: quantile(times.theirs, p) });
  return { p50: both(0.5), p95: both(0.95) };
}

try {
  const graphs = await Neo4jGraphs.connect(server);
  await graphs.migrate();
  const projected = await projection(graphs);
  const generation = await graphs.begin();
  const large = await project(graphs.store(generation), network(people));
  const projecting = process.resourceUsage().maxRSS * 1024;
  await graphs.switchTo(generation, await graphs.live());
  const plain = await plainGraph(server);
  const ids = [];
  for (const event of network(people)) {
    plain.add(event);
    if (event.type.includes('.MemberJoined.')) ids.push(event.data.personId);
  }
  const bare = await plain.finish();
  const store = new InMemoryGraphStore();
  await project(store, network(people));
  const beside = { plain, inMemory: store.graph() };
  const figures = {
    retention: await figure('retention', { period: '7d', periods: '12' }, beside),
    latency: await figure('latency', {}, beside),
    're-referral': await figure('re-referral', { reading: 'return' }, beside),
  };
  const way = { validAt: at, mode: 'shortest', over: ['introductions'], ever: false };
  const asked = {
    chain: {
      ours: (graph, person) => graph.chain({ validAt: at, person }),
      theirs: (parameters) => plain.ask(questions.chain, parameters),
    },
    'shortest path, directed': {
      ours: (graph, from, to) => graph.paths({ ...way, from, to, undirected: false }),
      theirs: (parameters) => plain.ask(questions['directed path'], parameters),
    },
    'shortest path, undirected': {
      ours: (graph, from, to) => graph.paths({ ...way, from, to, undirected: true }),
      theirs: (parameters) => plain.ask(questions.path, parameters),
    },
  };
  const found = {};
  for (const [name, both] of Object.entries(asked)) found[`${name} by Cypher`] = await walks(graphs, ids, both);
  await answer(await graphs.graph(), parseQuestion('latency', { 'valid-at': validAt }).question); // any figure brings the columns
  for (const [name, both] of Object.entries(asked)) found[`${name}, columns at hand,`] = await walks(graphs, ids, both);
  say({
    people,
    events: large.position,
    perSecond: (large.position / large.ms) * 1000,
    projected,
    bare,
    relationships: await plain.relationshipsOf(generation),
    projecting,
    figures,
    walks: found,
    server: memory(),
  });
  await Promise.all([graphs.close(), plain.close()]);
} finally {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
}
