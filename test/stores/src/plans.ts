import type { Plan } from 'neo4j-driver';

/** Operators that look at everything of a kind, where an index should lead to what is meant. */
const scan = /^(AllNodesScan|.*Label.*Scan|.*Relationships?Types?Scan|.*AllRelationshipsScan|.*Index(Contains|EndsWith)?Scan)(\(|$)/;
/** Operators that walk along relationships, as far as their pattern says. */
const walk = /^(VarLengthExpand|.*ShortestPaths?|Repeat)/;
/** Of those, the ones that look at every way there is, of which there may be exponentially many, where who is met would do. */
const everyWay = /^(VarLengthExpand\((?!Pruning)|(Bidirectional)?Repeat)/;
/** A pattern that ends somewhere: `*..4`, `*2..4`, `*3` or `{1, 9}`. */
const bounded = /\*(\d*\.\.)?\d+\]|\{\d*, ?\d+\}/;

/** What is wrong with the plan of a statement: an index that it does without, or a walk without an end, or along every way there is. Empty when nothing is. */
export function faultsOf({ operatorType, arguments: about, children }: Plan): readonly string[] {
  const operator = operatorType.split('@')[0]!;
  const details = String((about as Readonly<Record<string, unknown>>)['Details']);
  const own = [
    ...(scan.test(operator) ? [`scans: ${operator} ${details}`] : []),
    ...(walk.test(operator) && !bounded.test(details) ? [`walks without an end: ${operator} ${details}`] : []),
    ...(everyWay.test(operator) ? [`walks every way: ${operator} ${details}`] : []),
  ];
  return [...own, ...children.flatMap(faultsOf)];
}
