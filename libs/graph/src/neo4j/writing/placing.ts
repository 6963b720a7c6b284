import type { GraphFact } from '../../graph-fact.ts';
import { codeOf, typeOf } from '../../in-memory/codes.ts';
import type { Journal } from '../../in-memory/journal.ts';
import { tableOf } from '../../in-memory/references.ts';

/** Labels of the graph, as statements are called after them. */
export type Kind = 'person' | 'community' | 'engagement' | 'introduction' | 'referral' | 'consent-basis';

type Column = 'person' | 'other' | 'community' | 'subject';
/** The node that a fact is found at: its label, the field of the fact that names it, and the column of the journal that has it. */
export type Place = Readonly<{ kind: Kind; field: string; column: Column }>;

const person: Place = { kind: 'person', field: 'person', column: 'person' };
const introduction: Place = { kind: 'introduction', field: 'introduction', column: 'subject' };
const referral: Place = { kind: 'referral', field: 'referral', column: 'subject' };
const engagement: Place = { kind: 'engagement', field: 'engagement', column: 'subject' };
const basis: Place = { kind: 'consent-basis', field: 'basis', column: 'subject' };
const survivor: Place = { ...person, field: 'survivor' };

/** Facts about a referral are many, so it is what a type not named here is found at. */
const places: Partial<Record<GraphFact['type'], Place>> = {
  CommunityFounded: { kind: 'community', field: 'community', column: 'community' },
  MemberJoined: person,
  MemberLeft: person,
  MemberRejoined: person,
  TouchpointRecorded: person,
  IntroductionMade: { ...person, field: 'introducee', column: 'other' },
  IntroductionAccepted: introduction,
  IntroductionDeclined: introduction,
  IntroducerReassigned: person,
  EngagementScheduled: engagement,
  EngagementHeld: engagement,
  CheckedIn: person,
  ReferralDrafted: person,
  ReferralMade: person,
  ConsentGranted: person,
  ConsentWithdrawn: person,
  ConsentExpired: person,
  ConsentBasisDeclared: basis,
  ConsentBasisRevoked: basis,
  PractitionerProfilePublished: { ...person, field: 'practitioner' },
  OutcomeMeasured: person,
  PersonsMerged: survivor,
  MergeReversed: survivor,
};

export const placeOf = (type: GraphFact['type']): Place => places[type] ?? referral;

/** Where the fact of a row stands in the graph: the node it is found at, and its position. Undefined when it was retracted. */
export function standsAt(journal: Journal, row: number): Readonly<{ kind: Kind; about: string; position: number }> | undefined {
  const code = journal.type[row]!;
  const type = typeOf(code) as GraphFact['type'] | undefined;
  if (type === undefined) return undefined;
  const { kind, column } = placeOf(type);
  const table = journal.tables[tableOf(column, codeOf(type))!];
  return { kind, about: table.text(journal[column][row]!), position: journal.position[row]! };
}
