import type { GraphFact } from '@kithline/graph';
import { coreType, parseInstant, purposeMask, type Essence, type EventType } from '@kithline/touchpoints';

type Data = Record<string, unknown>;
type Fields = Record<string, unknown>;
type Reader = (data: Data, event: Essence) => Fields;

const instant = (value: unknown): number | undefined => (typeof value === 'string' ? parseInstant(value) : undefined);
const list = (value: unknown): readonly string[] | undefined => value as readonly string[] | undefined;
/** Where an event names no community of its own, the envelope's is taken. */
const community = (data: Data, event: Essence): unknown => data['communityId'] ?? event.community;

const membership: Reader = (data) => ({ person: data['personId'], community: data['communityId'], reason: data['reason'] });
const introductionAnswered: Reader = (data) => ({ introduction: data['introductionId'] });
const engagement: Reader = (data) => ({
  engagement: data['engagementId'],
  community: data['communityId'],
  endsAt: instant(data['endsAt']),
});
const referral: Reader = (data) => ({
  referral: data['referralId'],
  person: data['personId'],
  referrer: data['referrerId'],
  practitioner: data['practitionerId'],
  community: data['communityId'],
  sourceKind: (data['source'] as Data)['kind'],
  observedFrom: instant(data['observedFrom']),
});
const moved: Reader = (data) => ({ referral: data['referralId'], reason: data['reason'] });
const session: Reader = (data, event) => ({
  referral: data['referralId'],
  session: data['sessionId'],
  kind: data['kind'],
  community: event.community,
});
const consentEnded: Reader = (data) => ({
  person: data['personId'],
  purposes: purposeMask(data['effect'] === 'erase' ? undefined : list(data['purposes'])),
  erase: data['effect'] === 'erase',
  community: data['effect'] === 'erase' ? undefined : data['communityId'],
});
const merge: Reader = (data) => ({ survivor: data['survivorId'], merged: data['mergedId'] });

/** How the fields of each type read in the graph's words. Amendments say nothing of their own: see amendments.ts. */
const readers: Record<Exclude<EventType, 'EventAnnulled' | 'EventCorrected'>, Reader> = {
  CommunityFounded: (data) => ({ community: data['communityId'], timeZone: data['timeZone'] }),
  MemberJoined: (data) => ({
    person: data['personId'],
    community: data['communityId'],
    introduction: data['introductionId'],
    pathway: data['pathway'],
  }),
  MemberLeft: membership,
  MemberRejoined: membership,
  TouchpointRecorded: (data) => ({
    person: data['personId'],
    community: data['communityId'],
    kind: data['kind'],
    engagement: data['engagementId'],
  }),
  IntroductionMade: (data) => ({
    introduction: data['introductionId'],
    introducer: data['introducerId'],
    introducee: data['introduceeId'],
    community: data['communityId'],
    kind: data['kind'],
    until: instant(data['until']),
  }),
  IntroductionAccepted: introductionAnswered,
  IntroductionDeclined: introductionAnswered,
  IntroducerReassigned: (data) => ({
    person: data['personId'],
    introducer: data['introducerId'],
    introduction: data['introductionId'],
  }),
  EngagementScheduled: engagement,
  EngagementHeld: engagement,
  CheckedIn: (data, event) => ({ engagement: data['engagementId'], person: data['personId'], community: community(data, event) }),
  ReferralDrafted: referral,
  ReferralMade: referral,
  ReferralReceived: moved,
  ReferralAccepted: moved,
  ReferralRejected: moved,
  ReferralPutOnHold: moved,
  ReferralResumed: moved,
  ReferralCancellationRequested: moved,
  ReferralCancelled: moved,
  ReferralFailed: moved,
  ReferralCompleted: moved,
  ReferralClosed: moved,
  ReferralReopened: moved,
  ReferralEnteredInError: moved,
  PossibleDuplicateReferralFlagged: (data) => ({ referral: data['referralId'], other: data['otherId'] }),
  SessionBooked: session,
  SessionAttended: session,
  SessionMissed: session,
  SessionCancelled: session,
  ConsentGranted: (data) => ({
    person: data['personId'],
    purposes: purposeMask(list(data['purposes'])),
    since: instant(data['since']),
    community: data['communityId'],
  }),
  ConsentWithdrawn: consentEnded,
  ConsentExpired: consentEnded,
  ConsentBasisDeclared: (data) => ({ basis: data['basisId'], covers: data['source'], purposes: purposeMask(list(data['purposes'])) }),
  ConsentBasisRevoked: (data) => ({ basis: data['basisId'] }),
  PractitionerProfilePublished: (data) => ({ practitioner: data['practitionerId'], communities: data['communityIds'] }),
  OutcomeMeasured: (data, event) => ({
    person: data['personId'],
    instrument: data['instrument'],
    version: data['version'],
    total: data['total'],
    community: community(data, event),
  }),
  PersonsMerged: merge,
  MergeReversed: merge,
};

/**
 * What an event says in the graph's words, undefined for EventAnnulled and EventCorrected, which speak of other events. Total over
 * every type; the event is one that was decoded, so its fields are there and of their kind.
 */
export function factOf(event: Essence, position: number): GraphFact | undefined {
  const type = coreType(event.type) as keyof typeof readers;
  const read = readers[type] as Reader | undefined;
  if (!read) return undefined;
  const fields = read(event.data, event);
  fields['type'] = type;
  fields['position'] = position;
  fields['at'] = parseInstant(event.time);
  fields['source'] = event.source;
  return fields as unknown as GraphFact;
}
