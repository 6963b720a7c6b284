import { sameData } from '../decider/collections.ts';
import { deciderOf } from '../decider/decider.ts';
import type { ReferralCommand } from './commands.ts';
import { duplicateFlagRules } from './duplicate-rules.ts';
import { possibleDuplicates } from './duplicates.ts';
import type { ReferralFact } from './events.ts';
import { entitled } from './parties.ts';
import { requestRules } from './request-rules.ts';
import { sessionRules } from './session-rules.ts';
import { evolve, initial, type Referral } from './state.ts';
import { statusCommandRules, statusRules } from './status-rules.ts';

export const referralDecider = deciderOf<Referral, ReferralCommand, ReferralFact>({
  initial,
  evolve,
  becomes: {
    DraftReferral: 'ReferralDrafted',
    MakeReferral: 'ReferralMade',
    ReceiveReferral: 'ReferralReceived',
    AcceptReferral: 'ReferralAccepted',
    RejectReferral: 'ReferralRejected',
    PutReferralOnHold: 'ReferralPutOnHold',
    ResumeReferral: 'ReferralResumed',
    RequestReferralCancellation: 'ReferralCancellationRequested',
    CancelReferral: 'ReferralCancelled',
    FailReferral: 'ReferralFailed',
    CompleteReferral: 'ReferralCompleted',
    CloseReferral: 'ReferralClosed',
    ReopenReferral: 'ReferralReopened',
    EnterReferralInError: 'ReferralEnteredInError',
    FlagPossibleDuplicateReferral: 'PossibleDuplicateReferralFlagged',
    BookSession: 'SessionBooked',
    AttendSession: 'SessionAttended',
    MissSession: 'SessionMissed',
    CancelSession: 'SessionCancelled',
  },
  alreadySo,
  rules: [...requestRules, ...statusRules, ...sessionRules, ...duplicateFlagRules],
  commandRules: statusCommandRules,
  complete,
  alongside: (command, fact) => (command.type === 'MakeReferral' && fact.type === 'ReferralMade' ? flags(command, fact) : []),
});

function alreadySo(fact: ReferralFact, referral: Referral): boolean {
  if ('sessionId' in fact.data) return referral.sessions.get(fact.data.sessionId) === fact.type;
  if ('otherId' in fact.data) return referral.flagged.has(fact.data.otherId);
  switch (fact.type) {
    case 'ReferralDrafted':
      return sameData(referral.request, fact.data);
    case 'ReferralMade':
      return referral.madeAt !== undefined && sameData(referral.request, fact.data);
    case 'ReferralCancellationRequested':
      return referral.cancellationRequested;
    default:
      return referral.last === fact.type;
  }
}

/** A cancellation says by whom, a completion why, also where the command does not. */
function complete(fact: ReferralFact, referral: Referral): ReferralFact {
  switch (fact.type) {
    case 'ReferralCancelled':
    case 'ReferralCancellationRequested': {
      const [by] = entitled(fact, referral);
      return by ? { ...fact, data: { by, ...fact.data } } : fact;
    }
    case 'ReferralCompleted':
      return { ...fact, data: { reason: 'completed', ...fact.data } };
    default:
      return fact;
  }
}

/** Duplicates are never refused: each is flagged beside the referral, and a person decides. */
const flags = (
  { others = [], duplicateRule }: Extract<ReferralCommand, { type: 'MakeReferral' }>,
  made: Extract<ReferralFact, { type: 'ReferralMade' }>,
): ReferralFact[] =>
  possibleDuplicates(made, others, duplicateRule).map((otherId) => ({
    ...made,
    type: 'PossibleDuplicateReferralFlagged',
    data: { referralId: made.data.referralId, otherId },
  }));
