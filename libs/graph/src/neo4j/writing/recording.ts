import type { GraphFact } from '../../graph-fact.ts';
import type { IdTable } from '../../in-memory/id-table.ts';
import { whole } from '../server.ts';
import { type Kind, placeOf } from './placing.ts';

/** Facts with two ends are relationships: by type, the statement that makes one, and the fields it takes beside `always`. */
const relationships: Partial<Record<GraphFact['type'], readonly [statement: string, ...fields: string[]]>> = {
  MemberJoined: ['joined', 'person', 'community', 'introduction', 'pathway'],
  MemberLeft: ['left', 'person', 'community', 'reason'],
  MemberRejoined: ['rejoined', 'person', 'community', 'reason'],
  TouchpointRecorded: ['touched', 'person', 'community', 'kind', 'engagement'],
  IntroductionMade: ['introduced', 'introducer', 'introducee', 'introduction', 'community', 'kind', 'until'],
  IntroducerReassigned: ['reassigned', 'person', 'introducer', 'introduction'],
  EngagementScheduled: ['scheduled', 'engagement', 'community', 'endsAt'],
  EngagementHeld: ['held', 'engagement', 'community', 'endsAt'],
  CheckedIn: ['checked-in', 'person', 'engagement', 'community'],
  ReferralDrafted: ['drafted', 'person', 'practitioner', 'referral', 'referrer', 'community', 'sourceKind', 'observedFrom'],
  ReferralMade: ['referred', 'person', 'practitioner', 'referral', 'referrer', 'community', 'sourceKind', 'observedFrom'],
  PersonsMerged: ['merged', 'survivor', 'merged'],
  MergeReversed: ['merge-reversed', 'survivor', 'merged'],
};

/** Facts with one end are nodes, about what they are found at: what such a fact may say. */
const nodes: Readonly<Record<Kind, readonly string[]>> = {
  person: ['purposes', 'since', 'erase', 'community', 'communities', 'instrument', 'version', 'total'],
  community: ['timeZone'],
  engagement: [],
  introduction: [],
  referral: ['reason', 'other', 'session', 'kind', 'community'],
  'consent-basis': ['covers', 'coversSource', 'purposes'],
};

/** What some facts have beside that: the field without which they do not, the statement, and its fields. */
const more: Partial<Record<GraphFact['type'], readonly [needs: string, statement: string, ...fields: string[]]>> = {
  MemberJoined: ['introduction', 'came-by', 'person', 'introduction'],
  // A referral that somebody made is two hops: referrer to client, client to practitioner.
  ReferralDrafted: ['referrer', 'drafted-by', 'at', 'source', 'referrer', 'person', 'referral', 'practitioner'],
  ReferralMade: ['referrer', 'referred-by', 'at', 'source', 'referrer', 'person', 'referral', 'practitioner'],
};

/** Fields that are whole numbers by their meaning; the total of a measurement need not be one. */
const wholes: ReadonlySet<string> = new Set(['position', 'at', 'endsAt', 'until', 'observedFrom', 'since', 'purposes']);

/** Parameters by the statement they are for: of each field a list, which is less to send than the name of every field with every fact. */
export class Recordings {
  readonly #sources: IdTable;
  readonly #columns = new Map<string, Record<string, unknown[]>>();

  /** `sources` are numbered: their names are long, and every fact has one. */
  constructor(sources: IdTable) {
    this.#sources = sources;
  }

  /** What makes the fact stand in the graph. */
  add(fact: GraphFact): void {
    const [statement, ...fields] = relationships[fact.type] ?? [];
    if (statement === undefined) return this.#addNode(fact);
    this.#addTo(statement, ['position', 'at', 'source', ...fields], fact);
    const [needs, beside, ...itsFields] = more[fact.type] ?? [];
    if (beside !== undefined && valueOf(fact, needs!) !== undefined) this.#addTo(beside, ['position', ...itsFields], fact);
  }

  /** How an introduction runs beside the one that was recorded. */
  addBeside(fact: GraphFact & { type: 'IntroductionMade' }): void {
    const [, ...fields] = relationships.IntroductionMade!;
    this.#addTo('also-introduced', ['position', 'at', 'source', ...fields], fact);
  }

  /** Each statement with its parameters, and how many facts it has to record. */
  steps(): readonly Readonly<{ statement: string; parameters: Readonly<Record<string, unknown>>; expected: number }>[] {
    return [...this.#columns].map(([statement, columns]) => ({
      statement: `record/${statement}`,
      parameters: columns,
      expected: columns['position']!.length,
    }));
  }

  #addNode(fact: GraphFact): void {
    const { kind, field } = placeOf(fact.type);
    const about = valueOf(fact, field);
    this.#addTo(`about-${kind}`, ['type', 'position', 'at', 'source', ...nodes[kind]], fact, about);
  }

  /** `about` is the id of the node that a fact with one end is about. */
  #addTo(statement: string, fields: readonly string[], fact: GraphFact, about?: unknown): void {
    let columns = this.#columns.get(statement);
    if (!columns) this.#columns.set(statement, (columns = Object.fromEntries([...fields, 'about'].map((field) => [field, []]))));
    for (const field of fields) columns[field]!.push(this.#value(fact, field));
    if (about !== undefined) columns['about']!.push(about);
  }

  #value(fact: GraphFact, field: string): unknown {
    if (field === 'source') return whole(this.#sources.find(fact.source));
    if (field === 'coversSource') return fact.type === 'ConsentBasisDeclared' ? whole(this.#sources.find(fact.covers)) : null;
    const value = valueOf(fact, field) ?? null;
    return value !== null && wholes.has(field) ? whole(value as number) : value;
  }
}

const valueOf = (fact: GraphFact, field: string): unknown => (fact as unknown as Readonly<Record<string, unknown>>)[field];
