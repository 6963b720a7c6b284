import { causalRank, eventTypes, type EventType } from '@kithline/touchpoints';

/** Types are numbered by causal rank, so that sorting by (at, code, position) is the total order ≺ of METRICS C0.3. */
export const codeOf = (type: EventType): number => causalRank(type)!;
export const typeOf = (code: number): EventType | undefined => eventTypes[code];

/** A fact that was annulled: its row keeps its place and says nothing. */
export const RETRACTED = 255;
/** Where a fact concerns a second person their timeline holds it under a code of its own. */
export const WAS_INTRODUCED = 254;
export const REFERRED_SOMEBODY = 253;

/** What a timeline entry sorts by when instants are equal: the rank of the type behind the code. */
export const rankOf = (code: number): number =>
  code === WAS_INTRODUCED ? codeOf('IntroductionMade') : code === REFERRED_SOMEBODY ? codeOf('ReferralMade') : code;

const codes = (...types: EventType[]): ReadonlySet<number> => new Set(types.map(codeOf));

/** Facts about a referral that name no person of their own: they are its client's. */
export const ofAReferral = codes(
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
  'PossibleDuplicateReferralFlagged',
  'SessionBooked',
  'SessionAttended',
  'SessionMissed',
  'SessionCancelled',
);
export const consentCodes = codes('ConsentGranted', 'ConsentWithdrawn', 'ConsentExpired');

/** Knowledge acts from its position on, whatever V is; what it says is not an occurrence at `at`. */
export const knowledgeCodes = codes(
  'ReferralEnteredInError',
  'PersonsMerged',
  'MergeReversed',
  'ConsentBasisDeclared',
  'ConsentBasisRevoked',
  'EventAnnulled',
  'EventCorrected',
);
