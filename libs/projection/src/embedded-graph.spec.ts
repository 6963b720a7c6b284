import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { InMemoryEventLog } from '@kithline/log';
import { storedId, type TouchpointEvent } from '@kithline/touchpoints';
import fc from 'fast-check';
import { EmbeddedGraph, rebuiltFingerprint } from './embedded-graph.ts';
import { answers, logOf, runs, storeOf } from './testing/asking.ts';
import { histories } from './testing/histories.ts';

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

  it('knows the sources of everything it was told, amendments too', async () => {
    const [first] = three as [TouchpointEvent];
    const annulled: TouchpointEvent = {
      ...first,
      id: 'annulled',
      source: 'urn:elsewhere',
      type: 'org.kithline.EventAnnulled.v1',
      data: { target: storedId(first.source, first.id), reason: 'other' },
    };
    const log = await logOf([first, annulled]);
    const { graph } = await open(log);
    expect(await graph.sources()).toEqual([first.source, 'urn:elsewhere']);
    await graph.save();
    expect(await (await open(log)).graph.sources()).toEqual([first.source, 'urn:elsewhere']);
  });

  it('answers as known at an earlier K', async () => {
    const log = await logOf(three);
    const { graph } = await open(log);
    const earlier = await graph.graphAt(10);
    expect([earlier.position, await answers(earlier)]).toEqual([10, await answers((await storeOf(log, 10)).graph(graph.store.naming()))]);
  });
});
