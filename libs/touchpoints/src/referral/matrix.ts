import type { Party } from '../schemas/referral.ts';
import type { ReferralMove } from './events.ts';

/** Statuses in which a referral waits or is worked on. */
export const openStatuses = ['made', 'received', 'accepted', 'on-hold'] as const;
/** Statuses in which nothing more is done, unless it is reopened. */
export const endedStatuses = ['rejected', 'cancelled', 'failed', 'completed', 'closed'] as const;
export type Status = 'none' | 'drafted' | (typeof openStatuses)[number] | (typeof endedStatuses)[number] | 'entered-in-error';

/** One row of the matrix. */
export type Row = Readonly<{
  /** From which statuses. */
  from: readonly Status[];
  /** The rule about that. */
  sentence: string;
  /** Who may set it. */
  by: readonly Party[];
  /** The status then; undefined where it returns to the one before, or stays. */
  then?: Status;
}>;

/**
 * Who may set which status of a referral, and from which (CATALOGUE row 1). The actor is the requester when it is the referrer, the
 * target when it is the practitioner, the client when it is the person, else the system.
 *
 * The client drafts and makes a referral of their own, one without a referrer. The system stands in for a requester who has no account,
 * delivers, and tidies up; what asks for the practitioner's judgement (accept, reject, hold, resume, fail, complete) it never sets.
 */
export const matrix: Readonly<Record<'ReferralDrafted' | 'ReferralMade' | ReferralMove, Row>> = {
  ReferralDrafted: {
    from: ['none'],
    sentence: 'A referral is drafted once, before it is made',
    by: ['requester', 'client', 'system'],
    then: 'drafted',
  },
  ReferralMade: { from: ['none', 'drafted'], sentence: 'A referral is made once', by: ['requester', 'client', 'system'], then: 'made' },
  ReferralReceived: { from: ['made'], sentence: 'Only a referral just made is received', by: ['target', 'system'], then: 'received' },
  ReferralAccepted: {
    from: ['made', 'received'],
    sentence: 'Only a referral that waits for an answer is accepted',
    by: ['target'],
    then: 'accepted',
  },
  ReferralRejected: {
    from: ['made', 'received'],
    sentence: 'A referral is rejected before any work, not after it was accepted',
    by: ['target'],
    then: 'rejected',
  },
  ReferralPutOnHold: {
    from: ['made', 'received', 'accepted'],
    sentence: 'Only an open referral is put on hold',
    by: ['target'],
    then: 'on-hold',
  },
  ReferralResumed: { from: ['on-hold'], sentence: 'Only a referral on hold is resumed', by: ['target'] },
  ReferralCancellationRequested: {
    from: openStatuses,
    sentence: 'The cancellation of an open referral is requested',
    by: ['requester', 'client'],
  },
  ReferralCancelled: {
    from: ['drafted', ...openStatuses],
    sentence: 'Only a draft or an open referral is cancelled',
    by: ['requester', 'target', 'client', 'system'],
    then: 'cancelled',
  },
  ReferralFailed: {
    from: ['accepted'],
    sentence: 'Only an accepted referral fails; before that it is rejected',
    by: ['target'],
    then: 'failed',
  },
  ReferralCompleted: { from: ['accepted'], sentence: 'Only an accepted referral is completed', by: ['target'], then: 'completed' },
  ReferralClosed: {
    from: ['drafted', ...openStatuses, ...endedStatuses],
    sentence: 'Only an open or ended referral is closed',
    by: ['requester', 'target', 'system'],
    then: 'closed',
  },
  ReferralReopened: { from: endedStatuses, sentence: 'Only an ended referral is reopened', by: ['requester', 'target', 'system'] },
  ReferralEnteredInError: {
    from: ['drafted', ...openStatuses, ...endedStatuses],
    sentence: 'Only a referral that is there was entered in error',
    by: ['requester', 'system'],
    then: 'entered-in-error',
  },
};
