import { type EventType, type TouchpointEvent, storedId, wireType } from '@kithline/touchpoints';
import fc from 'fast-check';

const SOURCE = 'urn:kithline:histories';
const persons = ['ana', 'ben', 'cat', 'dov'];
const communities = ['north', 'south'];
const person = fc.constantFrom(...persons);
const community = fc.constantFrom(...communities);
const referralId = fc.constantFrom('r1', 'r2', 'r3');
const introductionId = fc.constantFrom('i1', 'i2', 'i3');

type Said = Readonly<{ type: EventType; subject: string; data: Readonly<Record<string, unknown>> }>;
const said = (type: EventType, subject: string, data: Readonly<Record<string, unknown>>): Said => ({ type, subject, data });

const membership = fc
  .tuple(fc.constantFrom<EventType[]>('MemberJoined', 'MemberLeft', 'MemberRejoined'), person, community)
  .map(([type, personId, communityId]) => said(type, `member/${personId}`, { personId, communityId }));
const touchpoint = fc
  .tuple(person, community, fc.constantFrom('workshop', 'outreach'))
  .map(([personId, communityId, kind]) =>
    said('TouchpointRecorded', `member/${personId}`, { touchpointId: 't', personId, communityId, kind }),
  );
const consent = fc
  .tuple(fc.constantFrom<EventType[]>('ConsentGranted', 'ConsentGranted', 'ConsentWithdrawn'), person)
  .map(([type, personId]) => said(type, `consent/${personId}`, { personId, purposes: ['outcome_stats', 'follow_up', 'name_in_chain'] }));
const introduction = fc
  .tuple(introductionId, person, person, community)
  .map(([id, introducerId, introduceeId, communityId]) =>
    said('IntroductionMade', `introduction/${id}`, { introductionId: id, introducerId, introduceeId, communityId }),
  );
const answered = introductionId.map((id) => said('IntroductionAccepted', `introduction/${id}`, { introductionId: id }));
const referral = fc.tuple(referralId, person, person, community).map(([id, personId, referrerId, communityId]) =>
  said('ReferralMade', `referral/${id}`, {
    referralId: id,
    personId,
    referrerId,
    practitionerId: 'pat',
    communityId,
    source: { kind: 'introducer' },
  }),
);
const moved = fc
  .tuple(referralId, fc.constantFrom<EventType[]>('ReferralAccepted', 'ReferralClosed', 'ReferralReopened'))
  .map(([id, type]) => said(type, `referral/${id}`, { referralId: id, reason: 'other' }));
const session = fc
  .tuple(referralId, fc.constantFrom<EventType[]>('SessionBooked', 'SessionAttended'), fc.constantFrom('s1', 's2'))
  .map(([id, type, sessionId]) => said(type, `referral/${id}`, { referralId: id, sessionId, kind: 'treatment' }));
const occurrence = fc.oneof(membership, touchpoint, consent, introduction, answered, referral, moved, session);

const merge = fc
  .tuple(fc.constantFrom<EventType[]>('PersonsMerged', 'MergeReversed'), person, person)
  .filter(([, survivorId, mergedId]) => survivorId !== mergedId)
  .map(([type, survivorId, mergedId]) => said(type, `person/${survivorId}`, { survivorId, mergedId }));
const erasure = person.map((personId) => said('ConsentWithdrawn', `consent/${personId}`, { personId, effect: 'erase' }));
/** An amendment of whichever event stands at this place of the history, before or after it. */
const amendment = fc.tuple(fc.nat(30), fc.boolean(), fc.nat(40)).map(([place, annul, day]) =>
  said(annul ? 'EventAnnulled' : 'EventCorrected', `@${place}`, {
    place,
    reason: 'mistake',
    ...(annul ? {} : { patch: { time: timeOf(day) } }),
  }),
);

const timeOf = (day: number): string => new Date(Date.UTC(2026, 0, 1 + day, 12)).toISOString().slice(0, 19) + 'Z';

function eventOf({ type, subject, data }: Said, i: number, all: readonly Said[]): TouchpointEvent {
  const event = {
    specversion: '1.0' as const,
    id: `${i}`,
    source: SOURCE,
    type: wireType(type),
    time: timeOf((i * 7) % 41),
    subject,
    data,
  };
  if (data['place'] === undefined) return event;
  const { place: named, ...rest } = data;
  const place = Number(named) % all.length;
  const target = all[place]!;
  const about = target.subject.startsWith('@') ? 'member/ana' : target.subject;
  return { ...event, subject: about, data: { target: storedId(SOURCE, String(place)), ...rest } };
}

/** Facts that happened, each at an instant of its own: their order of arrival says nothing. */
export const occurrences = fc.array(occurrence, { maxLength: 41, size: 'max' }).map((list) => list.map(eventOf));

/** Everything: also merges and their reversals, erasures, annulments and corrections of any event, those of amendments included. */
export const histories = fc
  .array(fc.oneof({ weight: 6, arbitrary: occurrence }, merge, erasure, amendment), { maxLength: 40, size: 'max' })
  .map((list) => list.map(eventOf));
