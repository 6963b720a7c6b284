import type { CommunityId, EventType, Id, Instant, PersonId, ReferralId } from '@kithline/touchpoints';

/** What every fact carries: its place in the log, when it happened, and the CloudEvents source it came from (a basis covers a source). */
type Placed<Type extends EventType, Fields> = Readonly<{ type: Type; position: number; at: Instant; source: string } & Fields>;

type ReferralMove =
  | 'ReferralReceived'
  | 'ReferralAccepted'
  | 'ReferralRejected'
  | 'ReferralPutOnHold'
  | 'ReferralResumed'
  | 'ReferralCancellationRequested'
  | 'ReferralCancelled'
  | 'ReferralFailed'
  | 'ReferralCompleted'
  | 'ReferralClosed'
  | 'ReferralReopened'
  | 'ReferralEnteredInError';

/** One event in the graph's words: ids as they were recorded (never rewired by a merge), instants as numbers, purposes as a mask. */
export type GraphFact =
  | Placed<'CommunityFounded', { community: CommunityId; timeZone: string }>
  | Placed<'MemberJoined', { person: PersonId; community: CommunityId; introduction?: Id; pathway?: string }>
  | Placed<'MemberLeft' | 'MemberRejoined', { person: PersonId; community: CommunityId; reason?: string }>
  | Placed<'TouchpointRecorded', { person: PersonId; community: CommunityId; kind: string; engagement?: Id }>
  | Placed<
      'IntroductionMade',
      { introduction: Id; introducer: PersonId; introducee: PersonId; community: CommunityId; kind?: string; until?: Instant }
    >
  | Placed<'IntroductionAccepted' | 'IntroductionDeclined', { introduction: Id }>
  | Placed<'IntroducerReassigned', { person: PersonId; introducer: PersonId; introduction?: Id }>
  | Placed<'EngagementScheduled' | 'EngagementHeld', { engagement: Id; community: CommunityId; endsAt: Instant }>
  | Placed<'CheckedIn', { engagement: Id; person: PersonId; community?: CommunityId }>
  | Placed<
      'ReferralDrafted' | 'ReferralMade',
      {
        referral: ReferralId;
        person: PersonId;
        referrer?: PersonId;
        practitioner: PersonId;
        community: CommunityId;
        sourceKind: string;
        observedFrom?: Instant;
      }
    >
  | Placed<ReferralMove, { referral: ReferralId; reason?: string }>
  | Placed<'PossibleDuplicateReferralFlagged', { referral: ReferralId; other: ReferralId }>
  | Placed<
      'SessionBooked' | 'SessionAttended' | 'SessionMissed' | 'SessionCancelled',
      { referral: ReferralId; session: Id; kind: string; community?: CommunityId }
    >
  | Placed<'ConsentGranted', { person: PersonId; purposes: number; since?: Instant; community?: CommunityId }>
  | Placed<'ConsentWithdrawn' | 'ConsentExpired', { person: PersonId; purposes: number; erase: boolean; community?: CommunityId }>
  | Placed<'ConsentBasisDeclared', { basis: Id; covers: string; purposes: number }>
  | Placed<'ConsentBasisRevoked', { basis: Id }>
  | Placed<'PractitionerProfilePublished', { practitioner: PersonId; communities: readonly CommunityId[] }>
  | Placed<'OutcomeMeasured', { person: PersonId; instrument: string; version: string; total: number; community?: CommunityId }>
  | Placed<'PersonsMerged' | 'MergeReversed', { survivor: PersonId; merged: PersonId }>;

/** What a projection asks a store to do. A fact is named by the position of the event it comes from; each event yields at most one. */
export type GraphChange =
  | Readonly<{ change: 'record'; fact: GraphFact }>
  /** A correction, or a correction taken back: the fact at this position now reads so. It keeps its position. */
  | Readonly<{ change: 'replace'; fact: GraphFact }>
  /** An annulment: the fact at this position never was. */
  | Readonly<{ change: 'retract'; position: number }>;
