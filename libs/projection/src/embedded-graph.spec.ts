import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { InMemoryGraphStore } from '@kithline/graph';
import type { InMemoryEventLog } from '@kithline/log';
import { storedId, type TouchpointEvent } from '@kithline/touchpoints';
import fc from 'fast-check';
import { EmbeddedGraph, rebuiltFingerprint } from './embedded-graph.ts';
import { catchUp } from './follow.ts';
import { Snapshots } from './snapshots.ts';
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

  describe('in which something is parked', () => {
    const joined = (person: string, id = person): TouchpointEvent => ({
      specversion: '1.0',
      id,
      source: 'urn:desk',
      type: 'org.kithline.MemberJoined.v1',
      time: '2026-03-01T12:00:00Z',
      subject: `member/${person}`,
      data: { personId: person, communityId: 'north' },
    });
    /** Given ana at 1 and ben at 2 and 3, whom an earlier version could not apply. */
    const begun = async () => {
      const log = await logOf([joined('ana'), joined('ben'), joined('ben', 'ben-again')]);
      const store = new InMemoryGraphStore();
      const unable = (): never => {
        throw new Error('cannot be read yet');
      };
      await catchUp(log, store, undefined, { project: unable });
      await new Snapshots(folder, log, () => undefined).save(store);
      return { log, ...(await open(log)) };
    };
    /** The log cannot read ben's events, once. */
    const tear = (log: InMemoryEventLog): void => {
      const read = log.readStream.bind(log);
      log.readStream = (stream) => {
        if (stream !== 'member/ben') return read(stream);
        log.readStream = read;
        return Promise.reject(new Error('the log is torn'));
      };
    };
    const goOn = async (log: InMemoryEventLog, graph: EmbeddedGraph): Promise<void> => {
      await log.record([joined('cat')]);
      for await (const page of log.readAll(graph.position)) await graph.apply(page);
    };
    const positions = (graph: EmbeddedGraph): number[] => graph.parked.map(({ position }) => position);

    it('has it still when trying it again broke off, also after the next start, and can try again', async () => {
      const { log, graph } = await begun();
      tear(log);
      await expect(graph.retry()).rejects.toThrow('the log is torn');
      await goOn(log, graph);
      expect(positions(graph)).toEqual([1, 2, 3]);
      await graph.save();
      const { graph: again } = await open(log);
      expect([again.startedFrom, positions(again)]).toEqual([4, [1, 2, 3]]);
      expect(await again.retry()).toEqual({ left: [1, 2, 3], parked: [] });
      expect(again.fingerprint()).toBe(await rebuiltFingerprint(log, 4));
    });

    it('has it still, and skipped nothing, when skipping it broke off', async () => {
      const { log, graph } = await begun();
      tear(log);
      await expect(graph.skip(2, 'a test')).rejects.toThrow('the log is torn');
      await goOn(log, graph);
      expect([positions(graph), graph.skipped]).toEqual([[1, 2, 3], []]);
      expect(await graph.skip(2, 'a test')).toMatchObject({ left: [2, 3], parked: [{ position: 1 }] });
    });
  });
});
