import { afterAll, describe, expect, it } from '@jest/globals';
import { Network } from './network.ts';
import { describeReference } from './reference-data.ts';

type Graph = Readonly<{
  directed: boolean;
  nodes: readonly number[];
  answers: Readonly<{ BFS?: Readonly<{ params: Readonly<{ source: number }>; expected: Readonly<Record<string, number | null>> }> }>;
}>;

/** The file of each graph as lines of a vertex and its neighbours. */
const adjacency: Readonly<Record<string, string>> = {
  'example-directed': 'raw/example/example-directed-input',
  'example-undirected': 'raw/example/example-undirected-input',
  'test-bfs-dir': 'raw/bfs/dir-input',
  'test-bfs-undir': 'raw/bfs/undir-input',
};

describeReference('graphalytics', ({ file, expected }) => {
  const graphs = Object.entries(expected as Readonly<Record<string, Graph>>).filter(([, { answers }]) => answers.BFS);

  it('has four graphs that ask for breadth-first search', () =>
    expect(graphs.map(([name]) => name).sort()).toEqual(Object.keys(adjacency)));

  describe.each(graphs)('%s', (name, { directed, answers: { BFS } }) => {
    const network = new Network();
    afterAll(() => network.forget());

    it('has everybody within reach at the hops of the reference output', async () => {
      await network.import(file(adjacency[name]!), 'graphalytics');
      const { rows, complete } = await network.ask(`paths${directed ? '' : ' --undirected'}`, String(BFS!.params.source));
      const hops = Object.fromEntries(rows.map(({ person, hops }) => [String(person), hops]));
      expect(hops).toEqual(Object.fromEntries(Object.entries(BFS!.expected).filter(([, distance]) => distance !== null)));
      expect(complete).toBe(true);
    });
  });
});
