import { DAY, type Instant, type PersonId, parseInstant } from '@kithline/touchpoints';
import type { Seeded } from '../seeded.ts';
import type { ReferralMove } from '../writing.ts';
import type { Course } from './courses.ts';
import { instantOf } from './local-time.ts';
import type { Attendee } from './people.ts';
import { closesAt, demoValidAt } from './playbook.ts';

/** When it was made and booked (days after the workshop), and what came of it `after` so many days. */
export type Plan = Readonly<{
  id: string;
  client: Attendee;
  practitioner: PersonId;
  source: 'introducer' | 'directory' | 'practitioner';
  made: number;
  booked: number | null;
}> &
  Pick<Course, 'fate' | 'after' | 'exact'>;

type Ending = Readonly<{ move: ReferralMove; at: Instant; reason: string }>;

/** One referral as it went, before it is told in events. `sessions` were attended; a `missed` one was booked before. */
export type Referral = Pick<Plan, 'id' | 'client' | 'practitioner' | 'source'> &
  Readonly<{
    made: Instant;
    received: Instant;
    accepted: Instant | null;
    booked: Instant | null;
    missed: Instant | null;
    sessions: readonly Instant[];
    end: Ending | null;
  }>;

const lastInstant = parseInstant(demoValidAt);
const minute = 60_000;
const rejections = ['no_capacity', 'ineligible'];
const endings: readonly Omit<Ending, 'at'>[] = [
  { move: 'ReferralCancelled', reason: 'withdrew' },
  { move: 'ReferralClosed', reason: 'not_engaged' },
  { move: 'ReferralClosed', reason: 'needs_met_elsewhere' },
  { move: 'ReferralFailed', reason: 'lost_contact' },
];

/** A person's referral after the workshop. In time means booked by the thirtieth day, local dates; otherwise from the thirty-first on. */
export function firstPlan(client: Attendee, course: Course, practitioner: PersonId, noise: Seeded): Plan {
  const { scheduled, fate, referred, after } = course;
  const latest = fate === 'seen' ? referred + after - 1 : 45;
  const booked = scheduled ? noise.between(referred, Math.min(30, latest)) : noise.between(Math.max(31, referred), latest);
  const source = client.pathway === 'introduced' ? 'introducer' : 'directory';
  return {
    ...course,
    id: `r-${client.id.slice(2)}`,
    client,
    practitioner,
    source,
    made: referred,
    booked: scheduled || fate === 'seen' ? booked : null,
  };
}

/** The plan on the calendar of the client's community, in office hours but for the evening itself. What would come after the end is not told. */
export function referral(plan: Plan, noise: Seeded): Referral {
  const { id, client, practitioner, source, made: day, exact } = plan;
  const on = calendarOf(client);
  const made = day === 0 ? on(0, closesAt + 5 + noise.below(30)) : on(day, exact ? 11 * 60 + 30 * noise.below(8) : office(noise));
  const visits = visitsOf(plan, made, noise);
  const end = endOf(plan, visits, noise);
  return {
    ...{ id, client, practitioner, source, made },
    ...handled(plan, made, noise),
    missed: plan.booked !== null && noise.chance(0.15) ? missedAt(plan, plan.booked) : null,
    sessions: visits.filter((at) => at < lastInstant),
    end: end && end.at < lastInstant ? end : null,
  };
}

const office = (noise: Seeded): number => 9 * 60 + 5 * noise.below(96);

const calendarOf =
  ({ workshop }: Attendee) =>
  (days: number, minutes: number): Instant =>
    instantOf(workshop.day + days, minutes, workshop.community.timeZone);

/** Received, accepted and booked: over some days, or all within the hour where people wait at the table. */
function handled(
  { client, made: day, booked, fate, after }: Plan,
  made: Instant,
  noise: Seeded,
): Pick<Referral, 'received' | 'accepted' | 'booked'> {
  const on = calendarOf(client);
  const rejected = fate === 'ended' && after < 30;
  const hurried = booked !== null && booked - day < 3;
  const received = hurried ? made + 2 * minute : on(day + 1, office(noise));
  const accepted = hurried ? made + 15 * minute : on(day + 2, office(noise));
  const bookedAt = booked === null ? null : booked === day ? made + (25 + noise.below(20)) * minute : on(booked, office(noise));
  return { received, accepted: rejected ? null : accepted, booked: bookedAt };
}

/** A first appointment that was missed lies between the booking and the first session; who waits still has missed theirs. */
function missedAt({ client, made, fate, after }: Plan, booked: number): Instant | null {
  const room = fate === 'seen' ? made + after - booked : 20;
  return room >= 8 ? calendarOf(client)(booked + 4, 10 * 60) : null;
}

/** The first session on its day, then every other week: three to six for most, fewer for some who stay away. */
function visitsOf({ client, made: day, fate, after, exact }: Plan, made: Instant, noise: Seeded): Instant[] {
  if (fate !== 'seen') return [];
  const on = calendarOf(client);
  const hour = 9 * 60 + 60 * noise.below(9);
  const count = noise.chance(0.25) ? noise.between(1, 2) : noise.between(3, 6);
  const later = Array.from({ length: count - 1 }, (_, index) => on(day + after + 14 * (index + 1), hour));
  return [exact ? made + after * DAY : on(day + after, hour), ...later];
}

/** Three visits or more complete it; who stays away after one or two is let go a month later. */
function endOf({ client, made: day, fate, after }: Plan, visits: readonly Instant[], noise: Seeded): Ending | null {
  if (fate === 'waiting') return null;
  const last = visits.at(-1);
  if (last !== undefined && visits.length >= 3) return { move: 'ReferralCompleted', at: last + 7 * DAY, reason: 'completed' };
  if (last !== undefined) return { move: 'ReferralClosed', at: last + 28 * DAY, reason: 'not_engaged' };
  const at = calendarOf(client)(day + after, office(noise));
  return after < 30 ? { move: 'ReferralRejected', at, reason: noise.oneOf(rejections) } : { ...noise.oneOf(endings), at };
}
