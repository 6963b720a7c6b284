import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Neo4jGraphs } from '@kithline/graph/neo4j';
import type { PastGraphs } from './past-graphs.ts';
import { SharedGraph } from './shared-graph.ts';

/** What stands on a server, as far as a shared graph looks at it. */
function aServer() {
  const server = { generation: 1, batch: 1, position: 10, ledger: '', away: false };
  const standing = () => {
    if (server.away) throw new Error('away');
    const { generation, batch, position } = server;
    return { generation, batch, position };
  };
  const graphs = {
    standing: async () => standing(),
    newest: async () => ({ ...standing(), graph: { position: server.position } }),
    store: () => ({ checkpoint: async () => ({ ledger: server.ledger }) }),
    naming: async () => 'naming',
    close: async () => undefined,
  };
  return { server, connect: async () => (standing(), graphs as unknown as Neo4jGraphs) };
}

describe('A graph that others keep', () => {
  let server: ReturnType<typeof aServer>['server'];
  let graph: SharedGraph;
  let troubles: (string | undefined)[];
  let ending: AbortController;
  beforeEach(() => {
    const { server: made, connect } = aServer();
    server = made;
    troubles = [];
    ending = new AbortController();
    const past = { at: async (...asked: unknown[]) => asked } as unknown as PastGraphs;
    graph = new SharedGraph({ connect, past, heard: (trouble) => void troubles.push(trouble?.message) });
  });
  afterEach(() => ending.abort());
  const parked = [{ position: 4, subject: 'member/ana', error: 'x', attempts: 1, recordedAt: 0 }];

  it('has another version whenever anything has changed, also what is parked or the generation, and else the same', async () => {
    const versions = [graph.version];
    for (const change of [{}, { batch: 2, position: 12 }, { batch: 3, ledger: JSON.stringify({ parked }) }, { generation: 2 }]) {
      Object.assign(server, change);
      await graph.look();
      await graph.look();
      versions.push(graph.version);
    }
    expect(new Set(versions).size).toBe(5);
    expect([graph.position, graph.parked]).toEqual([12, parked]);
  });

  it('is asked as it is newest, and of an earlier K by a replay under its naming', async () => {
    await graph.look();
    Object.assign(server, { batch: 2, position: 20, ledger: JSON.stringify({ parked }) });
    expect(await graph.graphAt()).toEqual({ position: 20 });
    expect([graph.position, graph.parked]).toEqual([20, parked]);
    expect(await graph.graphAt(10)).toEqual([10, expect.objectContaining({ parked, skipped: [] }), 'naming']);
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
