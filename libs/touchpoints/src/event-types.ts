/**
 * Every event type, in causal rank (METRICS C0.3): of two events at the same instant the one that stands earlier here comes first.
 * Names on disk are for ever: none is ever renamed or removed. A new type is placed where it belongs; ranks are not stored.
 */
export const occurrenceTypes = [
  'ConsentGranted',
  'CommunityFounded',
  'PractitionerProfilePublished',
  'IntroductionMade',
  'IntroductionAccepted',
  'IntroductionDeclined',
  'IntroducerReassigned',
  'MemberJoined',
  'MemberRejoined',
  'EngagementScheduled',
  'EngagementHeld',
  'CheckedIn',
  'TouchpointRecorded',
  'ReferralDrafted',
  'ReferralMade',
  'PossibleDuplicateReferralFlagged',
  'ReferralReceived',
  'ReferralAccepted',
  'ReferralPutOnHold',
  'ReferralResumed',
  'SessionBooked',
  'SessionCancelled',
  'SessionMissed',
  'SessionAttended',
  'OutcomeMeasured',
  'ReferralRejected',
  'ReferralCancellationRequested',
  'ReferralCancelled',
  'ReferralFailed',
  'ReferralCompleted',
  'ReferralClosed',
  'ReferralReopened',
  'MemberLeft',
  'ConsentExpired',
  'ConsentWithdrawn',
] as const;

/** Knowledge, not occurrences: they act from their position on, for every V (METRICS C0.3). So does a ConsentWithdrawn with effect `erase`. */
export const knowledgeTypes = [
  'ReferralEnteredInError',
  'EventAnnulled',
  'EventCorrected',
  'PersonsMerged',
  'MergeReversed',
  'ConsentBasisDeclared',
  'ConsentBasisRevoked',
] as const;

export const eventTypes = [...occurrenceTypes, ...knowledgeTypes] as const;
export type EventType = (typeof eventTypes)[number];

const ranks = new Map<string, number>(eventTypes.map((type, rank) => [type, rank]));

/** The place of a core type in the causal order, undefined for a type that does not exist. */
export const causalRank = (type: string): number | undefined => ranks.get(type);
