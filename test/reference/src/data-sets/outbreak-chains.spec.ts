import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { Network, type Figures } from './network.ts';
import { describeReference } from './reference-data.ts';

type Expected = Readonly<{
  nodes: number;
  edges: number;
  roots: readonly number[];
  isolated: readonly number[];
  depth_histogram: Readonly<Record<string, number>>;
  max_depth: number;
  deepest_chains_leaf_to_root: readonly (readonly number[])[];
  direct_introductions_top10: readonly (readonly [case_ID: number, count: number])[];
  out_degree_histogram: Readonly<Record<string, number>>;
  subtree_size_top10: readonly (readonly [case_ID: number, size: number])[];
}>;

describeReference('outbreak_chains', ({ file, expected }) => {
  const { hagelloch } = expected as Readonly<{ hagelloch: Expected }>;
  const network = new Network();
  let everybody: readonly Figures[];
  beforeAll(async () => {
    const imported = await network.import(file('hagelloch.csv'), 'hagelloch');
    expect(imported).toMatchObject({ written: hagelloch.nodes + hagelloch.edges, known: 0 });
    const trees = await Promise.all(hagelloch.roots.map((root) => network.ask('introduced', String(root))));
    everybody = trees.flatMap(({ rows }) => rows);
  });
  afterAll(() => network.forget());

  it('has its four index cases as roots, one of them alone', async () => {
    const { rows, size, depth } = await network.ask('introduced --all');
    expect(rows.map(({ person }) => Number(person)).sort((a, b) => a - b)).toEqual(hagelloch.roots);
    expect(rows.filter((root) => root.size === 0).map(({ person }) => Number(person))).toEqual(hagelloch.isolated);
    expect({ size, depth }).toEqual({ size: hagelloch.edges, depth: hagelloch.max_depth });
  });

  it('has everybody at the depth at which they were infected', () => {
    const depths = countBy([...hagelloch.roots.map(() => 0), ...everybody.map(({ depth }) => Number(depth))]);
    expect(depths).toEqual(hagelloch.depth_histogram);
  });

  it('has as many infected by each', () => {
    const direct = countBy(everybody.map(({ introducer }) => String(introducer)));
    for (const [infector, count] of hagelloch.direct_introductions_top10) expect(direct[infector]).toBe(count);
    const degrees = Object.values(direct);
    const none = hagelloch.nodes - degrees.length;
    expect({ ...countBy(degrees), 0: none }).toEqual(hagelloch.out_degree_histogram);
  });

  it.each(hagelloch.subtree_size_top10)('has in the tree of %i as many as they led to: %i with themselves', async (person, size) => {
    expect((await network.ask('introduced', String(person))).size).toBe(size - 1);
  });

  it.each(hagelloch.deepest_chains_leaf_to_root)('has the chain to %i through %i', async (...chain) => {
    const { rows, hops, cycle, cut } = await network.ask('chain', String(chain[0]));
    expect({ hops, cycle, cut }).toEqual({ hops: hagelloch.max_depth, cycle: false, cut: false });
    expect(rows.map(({ person }) => Number(person))).toEqual([...chain].reverse());
  });
});

function countBy(values: readonly (string | number)[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const value of values) counts[value] = (counts[value] ?? 0) + 1;
  return counts;
}
