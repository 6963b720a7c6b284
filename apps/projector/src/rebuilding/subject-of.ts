import type { GraphFact } from '@kithline/graph';

type Type = GraphFact['type'];

/** The kind of stream that facts of a type come from, and the field that names it; the rest are a referral's. */
const streams: Partial<Record<Type, readonly [kind: string, field: string]>> = {
  CommunityFounded: ['community', 'community'],
  MemberJoined: ['member', 'person'],
  MemberLeft: ['member', 'person'],
  MemberRejoined: ['member', 'person'],
  TouchpointRecorded: ['member', 'person'],
  IntroducerReassigned: ['member', 'person'],
  IntroductionMade: ['introduction', 'introduction'],
  IntroductionAccepted: ['introduction', 'introduction'],
  IntroductionDeclined: ['introduction', 'introduction'],
  EngagementScheduled: ['engagement', 'engagement'],
  EngagementHeld: ['engagement', 'engagement'],
  CheckedIn: ['engagement', 'engagement'],
  ConsentGranted: ['consent', 'person'],
  ConsentWithdrawn: ['consent', 'person'],
  ConsentExpired: ['consent', 'person'],
  ConsentBasisDeclared: ['consent-basis', 'basis'],
  ConsentBasisRevoked: ['consent-basis', 'basis'],
  PractitionerProfilePublished: ['practitioner', 'practitioner'],
  OutcomeMeasured: ['person', 'person'],
  PersonsMerged: ['person', 'survivor'],
  MergeReversed: ['person', 'survivor'],
};

/** The subject of the event that a fact comes from: `member/p-ana`. */
export function subjectOf(fact: GraphFact): string {
  const [kind, field] = streams[fact.type] ?? ['referral', 'referral'];
  return `${kind}/${(fact as unknown as Readonly<Record<string, string>>)[field]}`;
}
