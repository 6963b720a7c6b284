import type { Path, Paths } from '@kithline/graph';
import { requireKnown, type Ground } from './frame.ts';
import type { Asked } from './spelling/questions.ts';
import { mergedNote, notesOf, type Tell, tellerOf, type Walk } from './walk.ts';

/**
 * Paths over the edges true at V, or with `--ever` over what ever was (METRICS C20). `shortest`: fewest hops; one path, the smallest
 * sequence of ids in byte order among the shortest, with the earliest of parallel edges at each hop. `all-shortest`: every distinct
 * sequence of persons, with the kinds of each hop. From a person to themselves: the path of no hops. Without an end: the distance of
 * everybody within reach.
 */
export async function paths(asked: Asked<'paths'>, ground: Ground): Promise<Walk> {
  await requireKnown(ground, 'from', asked.from);
  if (asked.to !== undefined) await requireKnown(ground, 'to', asked.to);
  const { mode, over, kinds, undirected, ever, 'max-hops': maxHops, limit } = asked;
  const found = await ground.graph.paths({
    validAt: ground.validAt,
    from: asked.from,
    mode,
    over,
    undirected,
    ever,
    ...(asked.to !== undefined && { to: asked.to }),
    ...(kinds && { kinds }),
    ...(maxHops !== undefined && { maxHops }),
    ...(limit !== undefined && { limit }),
  });
  const tell = await tellerOf(ground, found.paths.some(isCoarse));
  const rows =
    asked.to === undefined
      ? found.reached.map(({ person, hops, masked }) => ({ person, hops, masked }))
      : found.paths.map((path) => rowOf(path, tell));
  return {
    definition: { metric: 'paths', version: 1, parameters: { mode, over, kinds, undirected, ever, maxHops, limit } },
    variant: mode,
    top: { found: rows.length > 0, complete: found.complete },
    rows,
    notes: [...mergedNotes(asked, found), ...notesOf(ground)],
  };
}

/** Ends that stand under the id of their representative; one that may not be named is told under none. */
function mergedNotes({ from, to }: Asked<'paths'>, { paths: [path], reached }: Paths): Iterable<string> {
  const [first, last] = path ? [path.nodes[0], path.nodes.at(-1)] : [reached.find(({ hops }) => hops === 0)?.person];
  return new Set([...mergedNote(from, first ?? null), ...(to === undefined ? [] : mergedNote(to, last ?? null))]);
}

const isCoarse = ({ edges }: Path): boolean => edges.some((parallel) => parallel.some(({ coarse }) => coarse));

const rowOf = ({ nodes, edges }: Path, tell: Tell) => ({
  nodes,
  ...(nodes.includes(null) && { masked: true }),
  hops: edges.length,
  edges: edges.map((parallel) => parallel.map((edge) => ({ id: edge.id, kind: edge.kind, at: tell(edge) }))),
});
