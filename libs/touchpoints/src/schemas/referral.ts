import type { Data, Field } from './field.ts';
import { code, id, instant, objectSchema, oneOf, optional, text } from './field.ts';
import { speller } from './order.ts';
import { shapesOf } from './shape.ts';

/** How a referral came about (CATALOGUE row 9). */
export const sourceKinds = ['self', 'introducer', 'practitioner', 'directory', 'outreach', 'engagement'] as const;

/** Who set a status, seen from the referral. */
export const parties = ['client', 'requester', 'target', 'system'] as const;
export type Party = (typeof parties)[number];

const ofAReferral = shapesOf('referral', 'referralId');
const referralId = id('The referral.');

const sourceFields = {
  kind: oneOf('What kind of source.', sourceKinds),
  ref: optional(text('What it refers to there: a listing, an introduction, an engagement …', 256)),
};
const source: Field<Data<typeof sourceFields>> & { readonly optional: false } = {
  schema: objectSchema('How the referral came about.', sourceFields),
  optional: false,
  canonical: speller(sourceFields),
};

const request = {
  referralId,
  personId: id('The person referred, the client.'),
  referrerId: optional(id('The person who refers, the requester; absent when nobody does.')),
  practitionerId: id('The practitioner referred to, the target.'),
  communityId: id('The community it came from.'),
  source,
  observedFrom: optional(instant('From when on this referral was watched, when that is later than it was made.')),
};

const move = (meaning: string) =>
  ofAReferral(meaning, {
    referralId,
    reason: optional(code('Why. `died` and `moved_away` end observation; a code not in the list of reasons never does.')),
    by: optional(oneOf('Who set it, where that is not plain from the actor.', parties)),
  });

export const referralShapes = {
  ReferralDrafted: ofAReferral('A referral was prepared and not sent yet.', request),
  ReferralMade: ofAReferral('A person was referred to a practitioner.', request),
  ReferralReceived: move('The practitioner has the referral.'),
  ReferralAccepted: move('The practitioner took the referral on.'),
  ReferralRejected: move('The practitioner declined it before any work.'),
  ReferralPutOnHold: move('The referral rests.'),
  ReferralResumed: move('A resting referral goes on.'),
  ReferralCancellationRequested: move('Somebody asked for the referral to be cancelled.'),
  ReferralCancelled: move('The referral was called off.'),
  ReferralFailed: move('It was attempted and could not be completed.'),
  ReferralCompleted: move('What the referral was for has been done.'),
  ReferralClosed: move('The referral was closed.'),
  ReferralReopened: move('An ended referral goes on as a new segment of the same episode; the ending stays on record.'),
  ReferralEnteredInError: move('The referral should never have been recorded; it counts nowhere.'),
  PossibleDuplicateReferralFlagged: ofAReferral('Another open referral of the same person to the same practitioner may be the same one.', {
    referralId,
    otherId: id('The referral it may duplicate.'),
  }),
};
