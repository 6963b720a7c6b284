import type { GraphFact } from '../../graph-fact.ts';
import type { IdTable } from '../../in-memory/id-table.ts';
import { type Parameters, whole } from '../server.ts';
import { placeOf } from './placing.ts';

/** Facts with two ends are relationships: by type, the statements that make them. */
const relationships: Partial<Record<GraphFact['type'], string>> = {
  MemberJoined: 'joined',
  MemberLeft: 'left',
  MemberRejoined: 'rejoined',
  TouchpointRecorded: 'touched',
  IntroductionMade: 'introduced',
  IntroducerReassigned: 'reassigned',
  EngagementScheduled: 'scheduled',
  EngagementHeld: 'held',
  CheckedIn: 'checked-in',
  ReferralDrafted: 'drafted',
  ReferralMade: 'referred',
  PersonsMerged: 'merged',
  MergeReversed: 'merge-reversed',
};

/** A row of parameters, by the statement it is for. */
export type Recording = readonly [statement: string, row: Parameters];

/** What makes a fact stand in the graph. `sources` are numbered: their names are long, and every fact has one. */
export function recordingsOf(fact: GraphFact, sources: IdTable): readonly Recording[] {
  const row = propertiesOf(fact, sources);
  const statement = relationships[fact.type];
  if (statement === undefined) return [aboutOne(fact, row)];
  const recording = [`record/${statement}`, row] as const;
  const second = secondHops[fact.type];
  return second !== undefined && 'referrer' in fact && fact.referrer !== undefined ? [recording, [second, row]] : [recording];
}

/** A referral that somebody made is two hops: referrer to client, client to practitioner. */
const secondHops: Partial<Record<GraphFact['type'], string>> = {
  ReferralMade: 'record/referred-by',
  ReferralDrafted: 'record/drafted-by',
};

function aboutOne(fact: GraphFact, row: Record<string, unknown>): Recording {
  const { kind, field } = placeOf(fact.type);
  const { [field]: about, ...rest } = row;
  return [`record/about-${kind}`, { about, fact: rest }];
}

/** Numbers that are whole by their meaning; the total of a measurement need not be. */
const wholes = ['position', 'at', 'endsAt', 'until', 'observedFrom', 'since', 'purposes'];

function propertiesOf(fact: GraphFact, sources: IdTable): Record<string, unknown> {
  const row: Record<string, unknown> = { ...fact, source: whole(sources.find(fact.source)) };
  for (const name of wholes) if (row[name] !== undefined) row[name] = whole(row[name] as number);
  if (fact.type === 'ConsentBasisDeclared') row['coversSource'] = whole(sources.find(fact.covers));
  return row;
}
