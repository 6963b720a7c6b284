import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Network } from './network.ts';
import { describeReference } from './reference-data.ts';

/** A path as the reference writes it: `["Tim Duncan", "->like", "Tony Parker"]`. */
type Path = readonly string[];
type Case = Readonly<{
  query: string;
  kind: string;
  from: readonly string[];
  to: readonly string[];
  over: '*' | readonly string[];
  direction: 'out' | 'in' | 'both';
  max_steps: number;
  expected: readonly Path[];
  verified: boolean | null;
}>;
type Expected = Readonly<{ edges: readonly unknown[]; cases: readonly Case[] }>;
type Row = Readonly<{ nodes: readonly string[]; edges: readonly (readonly Readonly<{ id: string; kind: string }>[])[] }>;

/** The tables of the reference, and the mapping that reads each. */
const files = { player: 'vertex', team: 'vertex', like: 'like', serve: 'serve', teammate: 'teammate' };

describeReference('nebula_tck', ({ file, expected }) => {
  const { edges, cases } = expected as Expected;
  const network = new Network();
  beforeAll(async () => {
    for (const [table, mapping] of Object.entries(files)) await network.import(file(`raw/${table}.csv`), `nebula_tck/${mapping}`);
  });
  afterAll(() => network.forget());

  it('has every edge once, though one is written twice', async () => {
    const { rows } = await network.ask('events --type IntroductionMade --limit 100000');
    expect(rows).toHaveLength(edges.length);
  });

  // What is marked as not verified are paths from a node to itself: there the product returns circles, and METRICS C20 the path of no hops.
  const answered = cases.filter(({ kind, verified }) => kind === 'SHORTEST' && verified === true);

  it.each(answered)('has all shortest paths of $query', async ({ from, to, ...asked }) => {
    const pairs = from.flatMap((start) => to.map((end) => [start, end] as const));
    const found = await Promise.all(pairs.map((pair) => pathsOf(network, pair, asked)));
    expect(found.flat().sort()).toEqual(asked.expected.map((path) => path.join(' ')).sort());
  });

  describe('of somebody nobody has heard of', () => {
    it('has no paths but a refusal that names the person', async () => {
      const { exit, detail } = await network.refusal('paths --mode all-shortest', 'Tim Duncan', 'noexist');
      expect(exit).toBe(2);
      expect(detail).toContain('noexist');
    });
  });
});

type Asked = Pick<Case, 'over' | 'direction' | 'max_steps'>;

/** The paths between two, each as one text. Whoever is not known has none; backwards is from the end to the start. */
async function pathsOf(
  network: Network,
  [from, to]: readonly [string, string],
  { over, direction, max_steps: steps }: Asked,
): Promise<string[]> {
  const unknown = [from, to].filter((person) => !known(person));
  const [start, end] = direction === 'in' ? [to, from] : [from, to];
  const kinds = over === '*' ? '' : ` --kinds ${over.join(',')}`;
  const asked = `paths --mode all-shortest --max-hops ${steps}${kinds}${direction === 'both' ? ' --undirected' : ''}`;
  if (unknown.length > 0) {
    expect((await network.refusal(asked, start, end)).exit).toBe(2);
    return [];
  }
  const { rows } = await network.ask(asked, start, end);
  return (rows as unknown as readonly Row[]).flatMap(written);
}

/** Names in the cases that are no vertices. */
const known = (person: string): boolean => !['noexist', 'Spur'].includes(person);

/** Edges beside each other are paths of their own in the reference; those of one kind are told apart by their rank, if it is not 0. */
function written({ nodes, edges }: Row): string[] {
  return edges.reduce(
    (paths, parallel, hop) =>
      paths.flatMap((path) => parallel.map(({ id, kind }) => `${path} ->${kind}${/@[1-9]\d*$/.exec(id)?.[0] ?? ''} ${nodes[hop + 1]}`)),
    [nodes[0]!],
  );
}
