import { type EventType, purposes, reasons, sessionKinds, sourceKinds } from '@kithline/touchpoints';
import fc from 'fast-check';
import { communities, days, people, practitioners, sources, timeOf } from './cast.ts';

type Data = Readonly<Record<string, unknown>>;
/** What an event says, and in which stream. */
export type Said = Readonly<{ type: EventType; subject: string; data: Data }>;
type Fields = Readonly<Record<string, fc.Arbitrary<unknown>>>;

const person = fc.constantFrom(...people);
const practitioner = fc.constantFrom(...practitioners);
const anybody = fc.constantFrom(...people, ...practitioners);
const mostlyPerson = fc.oneof({ weight: 5, arbitrary: person }, { weight: 1, arbitrary: anybody });
const community = fc.constantFrom(...communities);
const referral = fc.constantFrom('r1', 'r2', 'r3', 'r4');
/** So many that persons may all introduce each other, and one the same again and again. */
const introduction = fc.constantFrom(...Array.from({ length: 24 }, (_, i) => `i${i}`));
const engagement = fc.constantFrom('e1', 'e2');
const reason = fc.constantFrom(...reasons);
const someDay = fc.nat(days).map(timeOf);
/** After everything, so that no correction makes an event invalid. */
const laterDay = fc.nat(60).map((day) => timeOf(days + 1 + day));
const somePurposes = fc.oneof(fc.constant([...purposes]), fc.subarray([...purposes], { minLength: 1 }));

/** An event about one stream, which the first of its fields names; those in `more` may be absent. */
const said = (types: readonly EventType[], kind: string, fields: Fields, more: Fields = {}): fc.Arbitrary<Said> =>
  fc
    .tuple(fc.constantFrom(...types), fc.record({ ...fields, ...more }, { requiredKeys: Object.keys(fields) }))
    .map(([type, data]) => ({ type, subject: `${kind}/${String(Object.values(data)[0])}`, data }));

const requested = {
  referralId: referral,
  personId: person,
  practitionerId: practitioner,
  communityId: community,
  source: fc.constantFrom(...sourceKinds).map((kind) => ({ kind })),
};
const sessions = {
  referralId: referral,
  sessionId: fc.constantFrom('s1', 's2', 's3', 's4', 's5'),
  kind: fc.constantFrom(sessionKinds[0], sessionKinds[0], sessionKinds[1]),
};
const gathering = {
  ...{ engagementId: engagement, communityId: community, format: fc.constant('workshop'), goal: fc.constant('referral') },
  ...{ startsAt: fc.constant(timeOf(0)), endsAt: someDay },
};
const pair = { survivorId: person, mergedId: person };
const basis = (id: string, source: string): fc.Arbitrary<Said> =>
  said(['ConsentBasisDeclared', 'ConsentBasisDeclared', 'ConsentBasisRevoked'], 'consent-basis', {
    ...{ basisId: fc.constant(id), source: fc.constant(source), purposes: somePurposes, statement: fc.constant('On paper.') },
  });

/** Every type of event but amendments, by how often it comes. */
export const sayings: readonly (readonly [weight: number, arbitrary: fc.Arbitrary<Said>])[] = [
  [
    1,
    said(['CommunityFounded'], 'community', {
      communityId: community,
      name: fc.constant('A'),
      timeZone: fc.constantFrom('UTC', 'Asia/Tokyo'),
    }),
  ],
  [
    3,
    said(
      ['MemberJoined'],
      'member',
      { personId: person, communityId: community },
      { introductionId: introduction, pathway: fc.constantFrom('introduced', 'self') },
    ),
  ],
  [1, said(['MemberLeft', 'MemberRejoined'], 'member', { personId: person, communityId: community }, { reason })],
  [
    4,
    said(
      ['TouchpointRecorded'],
      'member',
      { personId: person, communityId: community, touchpointId: fc.constant('t'), kind: fc.constantFrom('workshop', 'outreach') },
      { engagementId: engagement },
    ),
  ],
  [
    16,
    said(
      ['IntroductionMade'],
      'introduction',
      { introductionId: introduction, introducerId: mostlyPerson, introduceeId: mostlyPerson, communityId: community },
      { kind: fc.constantFrom('work', 'play'), until: laterDay },
    ),
  ],
  [
    12,
    said(['IntroductionAccepted', 'IntroductionAccepted', 'IntroductionAccepted', 'IntroductionDeclined'], 'introduction', {
      introductionId: introduction,
    }),
  ],
  [1, said(['IntroducerReassigned'], 'member', { personId: person, introducerId: anybody, reason: fc.constant('moved') })],
  [1, said(['EngagementScheduled', 'EngagementHeld'], 'engagement', gathering)],
  [3, said(['CheckedIn'], 'engagement', { engagementId: engagement, personId: anybody })],
  [4, said(['ReferralMade', 'ReferralMade', 'ReferralDrafted'], 'referral', requested, { referrerId: anybody, observedFrom: someDay })],
  [
    3,
    said(
      [
        'ReferralAccepted',
        'ReferralCompleted',
        'ReferralClosed',
        'ReferralReopened',
        'ReferralCancelled',
        'ReferralFailed',
        'ReferralRejected',
      ],
      'referral',
      { referralId: referral },
      { reason },
    ),
  ],
  [
    1,
    said(
      ['ReferralReceived', 'ReferralPutOnHold', 'ReferralResumed', 'ReferralCancellationRequested', 'ReferralEnteredInError'],
      'referral',
      { referralId: referral },
    ),
  ],
  [1, said(['PossibleDuplicateReferralFlagged'], 'referral', { referralId: referral, otherId: referral })],
  [4, said(['SessionBooked', 'SessionAttended', 'SessionAttended', 'SessionMissed', 'SessionCancelled'], 'referral', sessions)],
  [2, said(['ConsentGranted'], 'consent', { personId: anybody, purposes: somePurposes }, { since: someDay, communityId: community })],
  [1, said(['ConsentWithdrawn', 'ConsentExpired'], 'consent', { personId: anybody }, { purposes: somePurposes, communityId: community })],
  [1, said(['ConsentWithdrawn'], 'consent', { personId: person, effect: fc.constant('erase') })],
  [1, basis('b1', sources[0])],
  [1, basis('b2', sources[1])],
  [
    1,
    said(['PractitionerProfilePublished'], 'practitioner', {
      practitionerId: practitioner,
      specialisms: fc.constant(['sleep']),
      communityIds: fc.constant(['north']),
    }),
  ],
  [
    3,
    said(
      ['OutcomeMeasured'],
      'person',
      {
        personId: person,
        measurementId: fc.constant('m'),
        instrument: fc.constant('PHQ-9'),
        version: fc.constantFrom('1', '2'),
        total: fc.nat(27),
      },
      { communityId: community },
    ),
  ],
  [
    2,
    said(['PersonsMerged', 'PersonsMerged', 'MergeReversed'], 'person', pair).filter(({ data }) => data['survivorId'] !== data['mergedId']),
  ],
];
