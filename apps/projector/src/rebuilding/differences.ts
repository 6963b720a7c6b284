import type { GraphFact } from '@kithline/graph';
import type { Differences } from '@kithline/network';
import { subjectOf } from './subject-of.ts';

/** How many subjects are listed, and of each how many positions. */
const LISTED = 100;
const POSITIONS = 10;

type Facts = AsyncIterable<GraphFact>;

/** What two graphs do not have in common, by subject; both facts come in order of position. Null: nothing. */
export async function differencesOf(one: Facts, other: Facts): Promise<Differences | null> {
  const found = new Map<string, { facts: number; positions: number[] }>();
  for await (const fact of unlike(one, other)) {
    const subject = subjectOf(fact);
    const known = found.get(subject) ?? { facts: 0, positions: [] };
    if (++known.facts <= POSITIONS) known.positions.push(fact.position);
    found.set(subject, known);
  }
  if (found.size === 0) return null;
  return {
    subjects: found.size,
    rows: [...found].slice(0, LISTED).map(([subject, { facts, positions }]) => ({ subject, facts, positions })),
  };
}

/** Facts that only one of both has, or that read otherwise in the other. */
async function* unlike(one: Facts, other: Facts): AsyncGenerator<GraphFact> {
  const [left, right] = [one[Symbol.asyncIterator](), other[Symbol.asyncIterator]()];
  let [a, b] = [await next(left), await next(right)];
  for (let fact = earlier(a, b); fact; fact = earlier(a, b)) {
    const { position } = fact;
    if (a?.position !== b?.position || textOf(a) !== textOf(b)) yield fact;
    [a, b] = [await past(left, a, position), await past(right, b, position)];
  }
}

/** The fact itself where it stands after the position, else the next one. */
const past = async (facts: AsyncIterator<GraphFact>, fact: GraphFact | undefined, position: number): Promise<GraphFact | undefined> =>
  fact?.position === position ? next(facts) : fact;

async function next(facts: AsyncIterator<GraphFact>): Promise<GraphFact | undefined> {
  const { done, value } = (await facts.next()) as IteratorResult<GraphFact, undefined>;
  return done === true ? undefined : value;
}

const earlier = (a: GraphFact | undefined, b: GraphFact | undefined): GraphFact | undefined =>
  a && (!b || a.position <= b.position) ? a : b;

/** Whatever the order of its fields. */
const textOf = (fact: GraphFact | undefined): string =>
  JSON.stringify(
    Object.entries(fact ?? {})
      .filter(([, value]) => value !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
