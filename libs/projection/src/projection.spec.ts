import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CheckpointConflict, InMemoryGraphStore, type ReferralGraph } from '@kithline/graph';
import { InMemoryEventLog } from '@kithline/log';
import { DAY, type TouchpointEvent } from '@kithline/touchpoints';
import fc from 'fast-check';
import { EmbeddedGraph, rebuiltFingerprint } from './embedded-graph.ts';
import { catchUp } from './follow.ts';
import { histories, occurrences } from './testing/histories.ts';

const validAt = Date.UTC(2026, 5, 1);
const runs = { numRuns: 60 };

async function logOf(events: readonly TouchpointEvent[]): Promise<InMemoryEventLog> {
  const log = new InMemoryEventLog();
  for (const event of events) await log.record([event]);
  return log;
}

async function storeOf(log: InMemoryEventLog, upTo?: number): Promise<InMemoryGraphStore> {
  const store = new InMemoryGraphStore();
  await catchUp(log, store, upTo);
  return store;
}

/** What several questions get for an answer: enough that graphs which agree in it agree. */
async function answers(graph: ReferralGraph): Promise<unknown> {
  const days = new Map([[null, Float64Array.from({ length: 400 }, (_, day) => Date.UTC(2025, 11, 1) + day * DAY)]]);
  const scope = { validAt, purposes: ['outcome_stats'] as const, by: 'community' as const };
  const window = { from: 0, to: 14 * DAY, closed: false, observe: [0, 14 * DAY] as const };
  const latencies = await graph.latencies({ ...scope, from: 'made', session: 1, clock: 'continue', days });
  const persons = ['ana', 'ben', 'cat', 'dov'];
  const known = await Promise.all(persons.map((person) => graph.knows(person, validAt)));
  return {
    returns: await graph.returns({
      ...scope,
      start: { type: 'MemberJoined' },
      returns: [{ type: 'TouchpointRecorded' }],
      entry: 'first',
      unit: 'person',
      cohorts: { elapsed: 7 * DAY },
      windows: [window],
      list: true,
    }),
    latencies: {
      groups: latencies.groups,
      units: Array.from(latencies.exit, (exit, i) =>
        [latencies.groups[latencies.group[i]!]!.group, exit, latencies.outcome[i]].join(),
      ).sort(),
    },
    known,
    chains: await Promise.all(persons.filter((_, i) => known[i]).map((person) => graph.chain({ validAt, person }))),
    communities: await graph.communities(validAt),
  };
}

/** Groups and cohorts are told apart by their labels; the order in which they were met is nobody's business. */
const inAnyOrder = (value: unknown): unknown => {
  if (Array.isArray(value))
    return value
      .map(inAnyOrder)
      .map((item) => JSON.stringify(item))
      .sort();
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, inAnyOrder(item)]));
};

describe('The projection', () => {
  it('makes of a log in one go what it makes of it event by event', () =>
    fc.assert(
      fc.asyncProperty(histories, async (events) => {
        const log = new InMemoryEventLog();
        const live = new InMemoryGraphStore();
        for (const event of events) {
          await log.record([event]);
          await catchUp(log, live);
        }
        expect(live.fingerprint()).toBe(await rebuiltFingerprint(log, (await log.head()).position));
      }),
      runs,
    ));

  it('changes nothing when an event is delivered or applied twice', () =>
    fc.assert(
      fc.asyncProperty(histories, async (events) => {
        const once = await storeOf(await logOf(events));
        const log = await logOf([...events, ...events]);
        const twice = await storeOf(log);
        const projection = await catchUp(log, twice);
        for await (const page of log.readAll()) await projection.apply(page);
        expect(await answers(twice.graph())).toEqual(await answers(once.graph()));
      }),
      runs,
    ));

  it('gives the same answers for whatever order occurrences arrive in', () =>
    fc.assert(
      fc.asyncProperty(occurrences, fc.infiniteStream(fc.nat()), async (events, keys) => {
        const shuffled = events.map((event) => [keys.next().value as number, event] as const).sort(([a], [b]) => a - b);
        const before = await storeOf(await logOf(events));
        const after = await storeOf(await logOf(shuffled.map(([, event]) => event)));
        expect(inAnyOrder(await answers(after.graph()))).toEqual(inAnyOrder(await answers(before.graph())));
      }),
      runs,
    ));

  it('never changes an answer at K by what comes after K', () =>
    fc.assert(
      fc.asyncProperty(histories, fc.nat(40), async (events, known) => {
        const K = Math.min(known, events.length);
        const naming = { of: () => 'named' as const };
        const then = await storeOf(await logOf(events.slice(0, K)));
        const now = await storeOf(await logOf(events), K);
        expect(await answers(now.graph(naming))).toEqual(await answers(then.graph(naming)));
      }),
      runs,
    ));

  it('undoes a merge exactly when it is reversed', () =>
    fc.assert(
      fc.asyncProperty(occurrences, async (events) => {
        const merge = (type: string, id: string): TouchpointEvent => ({
          specversion: '1.0',
          id,
          source: 'urn:desk',
          type: `org.kithline.${type}.v1`,
          time: '2026-03-01T00:00:00Z',
          subject: 'person/ana',
          data: { survivorId: 'ana', mergedId: 'ben' },
        });
        const apart = await storeOf(await logOf(events));
        const rejoined = await storeOf(await logOf([...events, merge('PersonsMerged', 'm1'), merge('MergeReversed', 'm2')]));
        expect(await answers(rejoined.graph())).toEqual(await answers(apart.graph()));
      }),
      runs,
    ));

  it('stops at a second writer', async () => {
    const store = new InMemoryGraphStore();
    const to = { position: 2, recordedAt: 0, ledger: '' };
    await store.apply([], 0, to);
    await expect(store.apply([], 0, to)).rejects.toThrow(CheckpointConflict);
  });
});

describe('An embedded graph', () => {
  let folder: string;
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'kithline-graph-'))));
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const open = async (log: InMemoryEventLog) => {
    const reports: string[] = [];
    const graph = await EmbeddedGraph.open({ log, folder, report: (line) => reports.push(line) });
    return { graph, reports };
  };

  it('started from a snapshot and the rest of the log is the graph replayed from nothing', () =>
    fc.assert(
      fc.asyncProperty(histories, fc.nat(40), async (events, cut) => {
        rmSync(folder, { recursive: true, force: true });
        const log = await logOf(events.slice(0, cut));
        await (await open(log)).graph.save();
        for (const event of events.slice(cut)) await log.record([event]);
        const { graph } = await open(log);
        expect(graph.store.fingerprint()).toBe(await rebuiltFingerprint(log, (await log.head()).position));
        expect(await answers(graph.graph())).toEqual(await answers((await storeOf(log)).graph()));
      }),
      runs,
    ));

  const three = fc.sample(histories, { numRuns: 30, seed: 7 }).find((events) => events.length > 20)!;

  it.each([
    ['cut short', (bytes: Buffer) => bytes.subarray(0, bytes.length - 9)],
    ['altered in one byte', (bytes: Buffer) => Buffer.concat([bytes.subarray(0, -1), Buffer.from([bytes.at(-1)! ^ 1])])],
    ['no snapshot at all', () => Buffer.from('something else entirely, but long enough')],
  ])('reports a snapshot that is %s and builds the graph from the log', async (_, damage) => {
    const log = await logOf(three);
    await (await open(log)).graph.save();
    const [name] = readdirSync(folder);
    writeFileSync(join(folder, name!), damage(readFileSync(join(folder, name!))));
    const { graph, reports } = await open(log);
    expect(reports).toHaveLength(1);
    expect(graph.startedFrom).toBe(0);
    expect(graph.store.fingerprint()).toBe(await rebuiltFingerprint(log, three.length));
  });

  it('reports the snapshot of another log', async () => {
    await (await open(await logOf(three))).graph.save();
    const { graph, reports } = await open(await logOf([...three].reverse()));
    expect([graph.startedFrom, reports.join()]).toEqual([0, expect.stringContaining('belongs to another log')]);
  });

  it('answers as known at an earlier K', async () => {
    const log = await logOf(three);
    const { graph } = await open(log);
    const earlier = await graph.graphAt(10);
    expect([earlier.position, await answers(earlier)]).toEqual([10, await answers((await storeOf(log, 10)).graph(graph.store.naming()))]);
  });
});
