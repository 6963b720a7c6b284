import type { Command } from '../decider/command.ts';
import type { DuplicateRule, OtherReferral } from './duplicates.ts';

export type DraftReferral = Command<'DraftReferral', 'ReferralDrafted'>;
export type MakeReferral = Command<'MakeReferral', 'ReferralMade'> &
  Readonly<{
    /** The other referrals of the same person, looked up by the handler. */
    others?: readonly OtherReferral[];
    /** Which of them count as possible duplicates; default `any-open`. */
    duplicateRule?: DuplicateRule;
  }>;
export type ReceiveReferral = Command<'ReceiveReferral', 'ReferralReceived'>;
export type AcceptReferral = Command<'AcceptReferral', 'ReferralAccepted'>;
export type RejectReferral = Command<'RejectReferral', 'ReferralRejected'>;
export type PutReferralOnHold = Command<'PutReferralOnHold', 'ReferralPutOnHold'>;
export type ResumeReferral = Command<'ResumeReferral', 'ReferralResumed'>;
export type RequestReferralCancellation = Command<'RequestReferralCancellation', 'ReferralCancellationRequested'>;
export type CancelReferral = Command<'CancelReferral', 'ReferralCancelled'>;
export type FailReferral = Command<'FailReferral', 'ReferralFailed'>;
/** Without a reason: `completed`. */
export type CompleteReferral = Command<'CompleteReferral', 'ReferralCompleted'>;
export type CloseReferral = Command<'CloseReferral', 'ReferralClosed'>;
export type ReopenReferral = Command<'ReopenReferral', 'ReferralReopened'>;
export type EnterReferralInError = Command<'EnterReferralInError', 'ReferralEnteredInError'>;
export type FlagPossibleDuplicateReferral = Command<'FlagPossibleDuplicateReferral', 'PossibleDuplicateReferralFlagged'>;
export type BookSession = Command<'BookSession', 'SessionBooked'>;
export type AttendSession = Command<'AttendSession', 'SessionAttended'>;
export type MissSession = Command<'MissSession', 'SessionMissed'>;
export type CancelSession = Command<'CancelSession', 'SessionCancelled'>;

type MoveReferral =
  | ReceiveReferral
  | AcceptReferral
  | RejectReferral
  | PutReferralOnHold
  | ResumeReferral
  | RequestReferralCancellation
  | CancelReferral
  | FailReferral
  | CompleteReferral
  | CloseReferral
  | ReopenReferral
  | EnterReferralInError;

export type SessionCommand = BookSession | AttendSession | MissSession | CancelSession;

export type ReferralCommand = DraftReferral | MakeReferral | MoveReferral | FlagPossibleDuplicateReferral | SessionCommand;
