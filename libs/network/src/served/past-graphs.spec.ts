import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { generate } from '@kithline/examples';
import { InMemoryGraphStore, type Naming } from '@kithline/graph';
import { InMemoryEventLog } from '@kithline/log';
import { catchUp } from '@kithline/projection';
import { storedId, type TouchpointEvent } from '@kithline/touchpoints';
import { keepLink, keptLink } from './kept-link.ts';
import { PastGraphs } from './past-graphs.ts';

const plan = { people: 200, touchpoints: 1_000, seed: 3, from: '2025-01-01T00:00:00Z', to: '2026-01-01T00:00:00Z' };
const events = [...generate(plan)];

/** A log that keeps no hashes, as that of a server, and counts what is read. */
class Hashless extends InMemoryEventLog {
  pages = 0;
  lookedForReused = 0;
  override readAll(after?: number, upTo?: number): ReturnType<InMemoryEventLog['readAll']> {
    if (upTo === undefined) this.pages++;
    return super.readAll(after, upTo);
  }
  override async hashAt(position: number): Promise<string | null> {
    return position === 0 ? super.hashAt(0) : null;
  }
  override reused(...asked: Parameters<InMemoryEventLog['reused']>): ReturnType<InMemoryEventLog['reused']> {
    this.lookedForReused++;
    return super.reused(...asked);
  }
}

async function recorded(facts: readonly TouchpointEvent[]): Promise<Hashless> {
  const log = new Hashless({ now: () => 0 });
  await log.record(facts);
  return log;
}

describe('Graphs of the past', () => {
  let folder: string;
  beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'kithline-past-'))));
  afterEach(() => rmSync(folder, { recursive: true }));
  const nothing = { parked: [], skipped: [] };
  const report = (): void => undefined;
  const naming: Naming = { of: () => 'named' };
  const K = 1_500;

  it('are those that the log gives, under the naming given, and are not replayed twice', async () => {
    const log = await recorded(events);
    const store = new InMemoryGraphStore();
    await catchUp(log, store, K);
    const [before, past] = [log.pages, new PastGraphs({ log, folder: undefined, report })];
    const [graph, again] = await Promise.all([past.at(K, nothing, naming), past.at(K, nothing, naming)]);
    expect([graph.position, await graph.communities(Infinity)]).toEqual([K, await store.graph(naming).communities(Infinity)]);
    expect(await again.span(Infinity)).toEqual(await store.graph(naming).span(Infinity));
    expect(log.pages - before).toBe(1);
  });

  it('begin from a snapshot of this very log, and look for ids that are there twice only where something is parked', async () => {
    const log = await recorded(events);
    const past = (of: Hashless) => new PastGraphs({ log: of, folder, report });
    await past(log).at(K, nothing, naming);
    expect([readdirSync(folder).length, log.lookedForReused]).toEqual([1, 0]);
    const parked = [{ position: K + 10, subject: 'member/x', error: 'id_reused', attempts: 1, recordedAt: 0 }];
    expect((await past(log).at(K + 20, { parked, skipped: [] }, naming)).position).toBe(K + 20);
    expect(log.lookedForReused).toBe(1);
    const said: string[] = [];
    const other = await recorded(events.map((event) => ({ ...event, source: 'urn:other' })));
    await new PastGraphs({ log: other, folder, report: (line) => void said.push(line) }).at(K, nothing, naming);
    expect(said).toEqual([expect.stringContaining('belongs to another log')]);
  });

  it('are kept nowhere while something in them is parked', async () => {
    const joined = events.findIndex(({ type }) => type.includes('MemberJoined'));
    const { source, id } = events[joined]!;
    const data = { target: storedId(source, id), reason: 'mistake', patch: { data: { pathway: 'none that there is' } } };
    const nonsense = { ...events[joined]!, id: 'nonsense', type: 'org.kithline.EventCorrected.v1', data };
    const log = await recorded(events.toSpliced(joined + 1, 0, nonsense));
    await new PastGraphs({ log, folder, report }).at(K, nothing, naming);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('share their folder with the last hash that was computed, which holds for this log only', async () => {
    const log = await recorded(events);
    expect(await keptLink(log, folder)).toBeUndefined();
    await keepLink(log, folder, { position: 7, hash: 'abc' });
    expect(await keptLink(log, folder)).toEqual({ position: 7, hash: 'abc' });
    expect(await keptLink(await recorded(events.slice(1)), folder)).toBeUndefined();
    expect(await keptLink(await recorded(events.slice(0, 3)), folder)).toBeUndefined();
  });
});
