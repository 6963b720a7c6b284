import { type Instant, type PersonId, type TouchpointEvent, formatInstant } from '@kithline/touchpoints';
import { eventsIn } from '../writing.ts';
import type { Referral } from './referrals.ts';

const minute = 60_000;

/** A referral told in events, from the moment it was made to its end. Each next session is booked before people leave. */
export function care({ id, client, practitioner, source, ...went }: Referral, referrer: PersonId | undefined): TouchpointEvent[] {
  const on = (at: Instant) => eventsIn(client.workshop.community.id)(formatInstant(at));
  const { made, received, accepted, booked, missed, sessions, end } = went;
  const name = (index: number): string => `${id}.${index}`;
  return [
    on(made).referred(id, { person: client.id, practitioner, source, ...(referrer === undefined ? {} : { referrer }) }),
    on(received).moved(id, 'ReferralReceived'),
    ...(accepted === null ? [] : [on(accepted).moved(id, 'ReferralAccepted')]),
    ...(booked === null ? [] : [on(booked).session('SessionBooked', id, name(missed === null ? 1 : 0))]),
    ...(missed === null
      ? []
      : [on(missed).session('SessionMissed', id, name(0)), on(missed + 90 * minute).session('SessionBooked', id, name(1))]),
    ...sessions.flatMap((at, index) => [
      ...(index === 0 ? [] : [on((sessions[index - 1] as Instant) + 50 * minute).session('SessionBooked', id, name(index + 1))]),
      on(at).session('SessionAttended', id, name(index + 1)),
    ]),
    ...(end === null ? [] : [on(end.at).moved(id, end.move, { reason: end.reason })]),
  ];
}
