import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Neo4jGraphs } from '@kithline/graph/neo4j';
import type { EventLog } from '@kithline/log';
import type { PastGraphs } from './past-graphs.ts';
import { SharedGraph } from './shared-graph.ts';

/** What stands on a server, as far as a shared graph looks at it. */
function aServer() {
  const server = { generation: 1, id: 'a', batch: 1, position: 10, recordedAt: 1_000, ledger: '', away: false };
  const standing = () => {
    if (server.away) throw new Error('away');
    const { generation, id, batch, position } = server;
    return { generation, id, batch, position };
  };
  const graphs = {
    standing: async () => standing(),
    newest: async () => ({ ...standing(), graph: { position: server.position } }),
    checkpoint: async () => ({ recordedAt: server.recordedAt, ledger: server.ledger }),
    naming: async () => 'naming',
    close: async () => undefined,
  };
  return { server, connect: async () => (standing(), graphs as unknown as Neo4jGraphs) };
}

/** A log whose events were all recorded in one millisecond; what is asked of it is counted. */
function aLog() {
  const kept = { recordedAt: 1_000, asked: 0 };
  const log: Pick<EventLog, 'head'> = {
    head: async (position = Infinity) => (kept.asked++, { position, recordedAt: kept.recordedAt, hash: null }),
  };
  return { kept, log };
}

describe('A graph that others keep', () => {
  let server: ReturnType<typeof aServer>['server'];
  let kept: ReturnType<typeof aLog>['kept'];
  let graph: SharedGraph;
  let troubles: (string | undefined)[];
  let ending: AbortController;
  beforeEach(() => {
    const { server: made, connect } = aServer();
    server = made;
    const { kept: its, log } = aLog();
    kept = its;
    troubles = [];
    ending = new AbortController();
    const past = { at: async (...asked: unknown[]) => asked } as unknown as PastGraphs;
    graph = new SharedGraph({ connect, log, past, heard: (trouble) => void troubles.push(trouble?.message) });
  });
  afterEach(() => ending.abort());
  const parked = [{ position: 4, subject: 'member/ana', error: 'x', attempts: 1, recordedAt: 0 }];

  it('has another version whenever anything has changed, also what is parked or the generation or what has its number, and else the same', async () => {
    const versions = [graph.version];
    for (const change of [
      {},
      { batch: 2, position: 12 },
      { batch: 3, ledger: JSON.stringify({ parked }) },
      { generation: 2 },
      { id: 'b' },
    ]) {
      Object.assign(server, change);
      await graph.look();
      await graph.look();
      versions.push(graph.version);
    }
    expect(new Set(versions).size).toBe(6);
    expect([graph.position, graph.parked]).toEqual([12, parked]);
  });

  it('is asked as it is newest, and of an earlier K by a replay under its naming', async () => {
    await graph.look();
    Object.assign(server, { batch: 2, position: 20, ledger: JSON.stringify({ parked }) });
    expect(await graph.graphAt()).toEqual({ position: 20 });
    expect([graph.position, graph.parked]).toEqual([20, parked]);
    expect(await graph.graphAt(10)).toEqual([10, expect.objectContaining({ parked, skipped: [] }), 'naming']);
  });

  it('answers nothing where it belongs to another log, says so, and goes on when its own is live again', async () => {
    kept.recordedAt = 999;
    const questions = [() => graph.graphAt(), () => graph.erased(), () => graph.referralsOf('ana'), () => graph.sources()];
    for (const question of questions) await expect(question()).rejects.toThrow('generation 1 of the graph belongs to another log');
    const following = graph.follow(ending.signal);
    expect(await graph.waitFor(10, 100)).toBe(false);
    expect(troubles[0]).toMatch('another log');
    Object.assign(server, { generation: 2, recordedAt: 999 });
    expect(await graph.waitFor(10, 5_000)).toBe(true);
    Object.assign(server, { generation: 3, recordedAt: 1_000 });
    await expect(graph.graphAt()).rejects.toThrow('generation 3');
    ending.abort();
    await following;
  });

  it('is asked whose it is once a generation', async () => {
    for (const change of [{}, { batch: 2 }, { batch: 3 }, { id: 'b' }, { batch: 4 }]) {
      Object.assign(server, change);
      await graph.graphAt();
    }
    expect(kept.asked).toBe(2);
  });

  it('tells who waits when it has come to a position, and who listens', async () => {
    const following = graph.follow(ending.signal);
    const told: number[] = [];
    graph.onProjected((position) => void told.push(position));
    expect(await graph.waitFor(11, 50)).toBe(false);
    const waiting = graph.waitFor(11, 5_000);
    Object.assign(server, { batch: 2, position: 11 });
    expect(await waiting).toBe(true);
    expect(await graph.waitFor(11, 0)).toBe(true);
    expect(told).toEqual([10, 11]);
    ending.abort();
    await following;
  });

  it('tells that its server is away, and goes on when it is back', async () => {
    server.away = true;
    const following = graph.follow(ending.signal);
    expect(await graph.waitFor(10, 100)).toBe(false);
    expect([graph.trouble?.message, troubles[0]]).toEqual(['away', 'away']);
    await expect(graph.graphAt()).rejects.toThrow('away');
    server.away = false;
    expect(await graph.waitFor(10, 5_000)).toBe(true);
    expect(await graph.graphAt()).toEqual({ position: 10 });
    ending.abort();
    await following;
    expect(graph.trouble).toBeUndefined();
  });
});
