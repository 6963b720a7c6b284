import { DAY, type Instant, type PersonId, type TouchpointEvent, formatInstant } from '@kithline/touchpoints';
import type { Seeded } from '../seeded.ts';
import { eventsIn } from '../writing.ts';
import type { Introduction } from './introductions.ts';
import { instantOf } from './local-time.ts';
import type { Attendee, Team } from './people.ts';
import { type Workshop, closesAt, opensAt, workshops } from './playbook.ts';
import type { Scores } from './scores.ts';

const minute = 60_000;
/** Everybody is introduced once. */
const introductionOf = (person: PersonId): string => `i-${person}`;

/** A community, its hosts and practitioners, and its evenings: announced three weeks ahead and written down when over. */
export function opening({ community, hosts, practitioners }: Team): TouchpointEvent[] {
  const on = eventsIn(community.id);
  const start = '2026-01-12T09:00:00Z';
  const purposes = ['attend', 'follow_up', 'outcome_stats', 'name_in_chain'] as const;
  return [
    on(start).founded(community.name, community.timeZone),
    ...[...hosts, ...practitioners].map((person) => on(start).consented(person, purposes)),
    ...practitioners.map((person) => on(start).profiled(person, { specialisms: ['anxiety', 'low-mood'], capacity: 20 })),
    ...workshops.filter((workshop) => workshop.community === community).flatMap(announced),
  ];
}

function announced(workshop: Workshop): TouchpointEvent[] {
  const { id, day, community } = workshop;
  const at = (minutes: number): Instant => instantOf(day, minutes, community.timeZone);
  const details = { startsAt: formatInstant(at(opensAt)), endsAt: formatInstant(at(closesAt)), format: 'workshop', goal: 'referral' };
  const on = eventsIn(community.id);
  return [on(formatInstant(at(12 * 60) - 21 * DAY)).scheduled(id, details), on(details.endsAt).held(id, details)];
}

/** How one person came: asked and said yes, came in, filled in the questionnaire, joined with the others at the end, and again a week later. */
export function attendance(person: Attendee, { before, after, day }: Scores, noise: Seeded): TouchpointEvent[] {
  const { id, workshop, pathway } = person;
  const on = (minutes: number, days = 0) =>
    eventsIn(workshop.community.id)(formatInstant(instantOf(workshop.day + days, minutes, workshop.community.timeZone)));
  const arrived = opensAt - 12 + noise.below(24);
  return [
    ...(pathway === 'directory' ? [on(9 * 60 + noise.below(600), -noise.between(1, 10)).consented(id)] : []),
    on(arrived).checkedIn(id, workshop.id),
    on(arrived + 4).measured(id, before),
    on(closesAt).joined(id, pathway === 'directory' ? { pathway } : { pathway, introductionId: introductionOf(id) }),
    ...(after === null ? [] : [on(8 * 60 + noise.below(13 * 60), day).measured(id, after)]),
  ];
}

/** Whoever is introduced signs up at that moment, and so has said yes before anything is written about them. */
export function introduced({ introducer, introducee, team, made, accepted }: Introduction): TouchpointEvent[] {
  const introductionId = introductionOf(introducee);
  const on = (at: Instant) => eventsIn(team.community.id)(formatInstant(at));
  const told = on(made).introduced(introducer, introducee, { introductionId, kind: 'friend' });
  if (accepted === null) return [told, on(made + 60 * minute).introductionDeclined(introductionId)];
  return [on(made).consented(introducee), told, on(accepted).introductionAccepted(introductionId)];
}
