import {
  type CommunityId,
  type EventType,
  type Id,
  type PersonId,
  type Purpose,
  type TouchpointEvent,
  storedId,
  wireType,
} from '@kithline/touchpoints';

/** Further fields of an event's data, beside the ones its method asks for. */
type More = Readonly<Record<string, unknown>>;
type Referred = Readonly<{ person: PersonId; practitioner: PersonId; referrer?: PersonId; source?: string; observedFrom?: string }>;
type Engaged = Readonly<{ startsAt: string; endsAt: string; format?: string; goal?: string }>;
type Session = 'SessionBooked' | 'SessionAttended' | 'SessionMissed' | 'SessionCancelled';
/** What may become of a referral once it is made. */
export type ReferralMove = Exclude<Extract<EventType, `Referral${string}`>, 'ReferralMade' | 'ReferralDrafted'>;

/** What a person of the examples says yes to unless told otherwise. */
export const usualPurposes: readonly Purpose[] = ['attend', 'follow_up', 'outcome_stats', 'name_in_chain'];

/**
 * Events of one community as sentences: `on('2026-03-02').joined('ana')`. A date alone means noon UTC. Ids follow from what is said, so
 * saying the same thing of the same moment twice gives the same event twice.
 */
export const eventsIn =
  (community: CommunityId, source = `urn:kithline:examples:${community}`) =>
  (when: string) => {
    const time = when.length === 10 ? `${when}T12:00:00Z` : when;
    const event = (
      type: EventType,
      subject: string,
      data: More,
      about: string = subject.slice(subject.indexOf('/') + 1),
    ): TouchpointEvent => ({
      specversion: '1.0',
      id: `${type}:${about}:${time}`,
      source,
      type: wireType(type),
      time,
      subject,
      community,
      data,
    });
    const member = (type: EventType, personId: PersonId, more: More) =>
      event(type, `member/${personId}`, { personId, communityId: community, ...more });
    const engagement = (type: EventType, engagementId: Id, { startsAt, endsAt, format = 'workshop', goal = 'referral' }: Engaged) =>
      event(type, `engagement/${engagementId}`, { engagementId, communityId: community, format, startsAt, endsAt, goal });
    const referral = (type: EventType, referralId: Id, { person, practitioner, referrer, source: kind, observedFrom }: Referred) =>
      event(type, `referral/${referralId}`, {
        referralId,
        personId: person,
        ...(referrer === undefined ? {} : { referrerId: referrer }),
        practitionerId: practitioner,
        communityId: community,
        source: { kind: kind ?? (referrer === undefined ? 'self' : 'introducer') },
        ...(observedFrom === undefined ? {} : { observedFrom }),
      });
    return {
      founded: (name: string, timeZone = 'UTC') =>
        event('CommunityFounded', `community/${community}`, { communityId: community, name, timeZone }),
      joined: (person: PersonId, more: More = {}) => member('MemberJoined', person, more),
      left: (person: PersonId, reason?: string) => member('MemberLeft', person, reason === undefined ? {} : { reason }),
      rejoined: (person: PersonId) => member('MemberRejoined', person, {}),
      /** TouchpointRecorded: `drop-in`, `message`, `workshop` … */
      touched: (person: PersonId, kind = 'drop-in', touchpointId: Id = `${person}.${time}`) =>
        event('TouchpointRecorded', `member/${person}`, { touchpointId, personId: person, communityId: community, kind }, touchpointId),
      /** IntroductionMade, called `<introducer>-<introducee>` unless `more` names it. */
      introduced: (introducer: PersonId, introducee: PersonId, more: More & { introductionId?: Id } = {}) => {
        const introductionId = more.introductionId ?? `${introducer}-${introducee}`;
        const data = { introductionId, introducerId: introducer, introduceeId: introducee, communityId: community, ...more };
        return event('IntroductionMade', `introduction/${introductionId}`, data);
      },
      introductionAccepted: (introductionId: Id) => event('IntroductionAccepted', `introduction/${introductionId}`, { introductionId }),
      introductionDeclined: (introductionId: Id) => event('IntroductionDeclined', `introduction/${introductionId}`, { introductionId }),
      reassigned: (person: PersonId, introducer: PersonId, reason = 'other') =>
        event('IntroducerReassigned', `member/${person}`, { personId: person, introducerId: introducer, reason }),
      scheduled: (engagementId: Id, details: Engaged) => engagement('EngagementScheduled', engagementId, details),
      held: (engagementId: Id, details: Engaged) => engagement('EngagementHeld', engagementId, details),
      checkedIn: (person: PersonId, engagementId: Id) =>
        event('CheckedIn', `engagement/${engagementId}`, { engagementId, personId: person }, `${engagementId}.${person}`),
      drafted: (referralId: Id, details: Referred) => referral('ReferralDrafted', referralId, details),
      referred: (referralId: Id, details: Referred) => referral('ReferralMade', referralId, details),
      flagged: (referralId: Id, otherId: Id) =>
        event('PossibleDuplicateReferralFlagged', `referral/${referralId}`, { referralId, otherId }),
      /** A referral's further life: `moved('r-1', 'ReferralAccepted')`. */
      moved: (referralId: Id, move: ReferralMove, more: More = {}) => event(move, `referral/${referralId}`, { referralId, ...more }),
      session: (type: Session, referralId: Id, sessionId: Id, kind: 'treatment' | 'assessment' = 'treatment') =>
        event(type, `referral/${referralId}`, { referralId, sessionId, kind }, sessionId),
      consented: (person: PersonId, purposes: readonly Purpose[] = usualPurposes, more: More = {}) =>
        event('ConsentGranted', `consent/${person}`, { personId: person, purposes, ...more }),
      withdrew: (person: PersonId, more: More = {}) => event('ConsentWithdrawn', `consent/${person}`, { personId: person, ...more }),
      expired: (person: PersonId, purposes: readonly Purpose[]) =>
        event('ConsentExpired', `consent/${person}`, { personId: person, purposes }),
      profiled: (practitioner: PersonId, more: More = {}) =>
        event('PractitionerProfilePublished', `practitioner/${practitioner}`, {
          practitionerId: practitioner,
          specialisms: [],
          communityIds: [community],
          ...more,
        }),
      measured: (person: PersonId, total: number, instrument = 'PHQ-9', version = '1') => {
        const measurementId = `${person}.${instrument}.${time}`;
        const data = { measurementId, personId: person, instrument, version, total, communityId: community };
        return event('OutcomeMeasured', `person/${person}`, data, measurementId);
      },
      merged: (survivor: PersonId, merged: PersonId) =>
        event('PersonsMerged', `person/${survivor}`, { survivorId: survivor, mergedId: merged }, `${survivor}.${merged}`),
      unmerged: (survivor: PersonId, merged: PersonId) =>
        event('MergeReversed', `person/${survivor}`, { survivorId: survivor, mergedId: merged }, `${survivor}.${merged}`),
      annulled: (mistaken: TouchpointEvent, reason = 'other') =>
        event('EventAnnulled', mistaken.subject, { target: storedId(mistaken.source, mistaken.id), reason }, mistaken.id),
      corrected: (mistaken: TouchpointEvent, patch: More, reason = 'other') =>
        event('EventCorrected', mistaken.subject, { target: storedId(mistaken.source, mistaken.id), reason, patch }, mistaken.id),
    };
  };

/** What can be said of one moment in one community. */
export type Sentences = ReturnType<ReturnType<typeof eventsIn>>;
