import type { Fact } from '../decider/fact.ts';

/** The life of one referral and of its sessions. Field by field: src/schemas/referral.ts and session.ts. */
export type ReferralDrafted = Fact<'ReferralDrafted'>;
export type ReferralMade = Fact<'ReferralMade'>;
export type PossibleDuplicateReferralFlagged = Fact<'PossibleDuplicateReferralFlagged'>;

/** The statuses a referral takes once it is there; who may set which stands in matrix.ts. */
export const moves = [
  'ReferralReceived',
  'ReferralAccepted',
  'ReferralRejected',
  'ReferralPutOnHold',
  'ReferralResumed',
  'ReferralCancellationRequested',
  'ReferralCancelled',
  'ReferralFailed',
  'ReferralCompleted',
  'ReferralClosed',
  'ReferralReopened',
  'ReferralEnteredInError',
] as const;
export type ReferralMove = (typeof moves)[number];
export type ReferralMoved = Fact<ReferralMove>;

export const sessionEvents = ['SessionBooked', 'SessionAttended', 'SessionMissed', 'SessionCancelled'] as const;
export type SessionEvent = (typeof sessionEvents)[number];
export type SessionFact = Fact<SessionEvent>;

export type ReferralFact = ReferralDrafted | ReferralMade | PossibleDuplicateReferralFlagged | ReferralMoved | SessionFact;
