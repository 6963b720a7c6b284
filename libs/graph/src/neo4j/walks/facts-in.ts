import type { GraphFact } from '../../graph-fact.ts';
import type { Answered } from '../server.ts';
import { placeOf } from '../writing/placing.ts';

type Properties = Readonly<Record<string, unknown>>;

/** A relationship as it is read: its type, the ids at its ends, and what it says. */
export type Edge = readonly [type: string, from: string, to: string, properties: Properties];
/** A fact that is a node: the id of what it is about, and what it says. */
export type About = readonly [about: string, properties: Properties];

/** What the relationships of a type say, and what their ends are called there. */
const relationships: Readonly<Record<string, readonly [type: GraphFact['type'], from: string, to: string]>> = {
  JOINED: ['MemberJoined', 'person', 'community'],
  LEFT: ['MemberLeft', 'person', 'community'],
  REJOINED: ['MemberRejoined', 'person', 'community'],
  TOUCHED: ['TouchpointRecorded', 'person', 'community'],
  INTRODUCED: ['IntroductionMade', 'introducer', 'introducee'],
  REASSIGNED_TO: ['IntroducerReassigned', 'person', 'introducer'],
  CHECKED_IN: ['CheckedIn', 'person', 'engagement'],
  DRAFTED_TO: ['ReferralDrafted', 'person', 'practitioner'],
  REFERRED_TO: ['ReferralMade', 'person', 'practitioner'],
  DRAFTED: ['ReferralDrafted', 'referrer', 'person'],
  REFERRED: ['ReferralMade', 'referrer', 'person'],
  MERGED: ['PersonsMerged', 'survivor', 'merged'],
  UNMERGED: ['MergeReversed', 'survivor', 'merged'],
};

/** Sources go by their numbers here: only which facts have the same one matters. */
const placed = ({ source, coversSource, ...properties }: Properties): Properties => ({
  ...properties,
  source: `${source as number}`,
  ...(coversSource === undefined ? {} : { covers: `${coversSource as number}` }),
});

export function factOfEdge([name, from, to, properties]: Edge): GraphFact | undefined {
  const known = relationships[name];
  if (known === undefined) return undefined;
  const [type, start, end] = known;
  return { type, [start]: from, [end]: to, ...placed(properties) } as unknown as GraphFact;
}

export function factOfNode([about, properties]: About): GraphFact {
  const type = properties['type'] as GraphFact['type'];
  return { [placeOf(type).field]: about, ...placed(properties) } as unknown as GraphFact;
}

/** The facts in a row of an answer: `edges`, `facts`. */
export function factsIn(row: Answered): readonly GraphFact[] {
  const edges = (row['edges'] ?? []) as readonly Edge[];
  const facts = (row['facts'] ?? []) as readonly About[];
  return [...edges.flatMap((edge) => factOfEdge(edge) ?? []), ...facts.map(factOfNode)];
}
