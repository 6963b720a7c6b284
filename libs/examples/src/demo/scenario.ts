import { DAY, type TouchpointEvent, causalRank, coreType, formatInstant, parseInstant } from '@kithline/touchpoints';
import { Seeded } from '../seeded.ts';
import { eventsIn } from '../writing.ts';
import { care } from './care.ts';
import { comingBack } from './coming-back.ts';
import { courses } from './courses.ts';
import { engagements } from './engagements.ts';
import { attendance, introduced, opening } from './evenings.ts';
import { introductions } from './introductions.ts';
import { instantOf } from './local-time.ts';
import { type Attendee, type People, type Team, people } from './people.ts';
import { workshops } from './playbook.ts';
import { type Referral, firstPlan, referral } from './referrals.ts';
import { referrers } from './referrers.ts';
import { scores } from './scores.ts';
import { secondReferrals } from './second-referrals.ts';

/**
 * The demonstration network: three communities on one playbook, twelve evenings from February to April 2026 and twenty-six weeks after.
 * The numbers of people are arranged by the scenario, everything else is seeded noise; no figure is written down anywhere. Asked at
 * `demoValidAt`, it comes out as the field reports it: 38 of 100 in each community have a session booked within thirty days, 64 of 150
 * who were introduced and 50 of 150 who came by the directory; the median change of PHQ-9 at day 7 is minus 5; half had their first
 * session after 41 days where they were introduced, after 50 where not.
 *
 * Events come in the order in which they were written down: one evening's paper sheet of check-ins arrived four days late.
 */
export function demoEvents(): TouchpointEvent[] {
  const noise = new Seeded(20260205);
  const everybody = people(noise);
  const cells = byCommunityAndPathway(everybody);
  const invited = introductions(everybody, noise).flatMap(introduced);
  const attended = cells.flatMap(({ fifty }) => [...scores(fifty, noise)].flatMap(([person, score]) => attendance(person, score, noise)));
  const referrals = cells.flatMap(({ fifty, team }) => referralsOf(fifty, team, noise));
  const referrer = referrers(referrals, everybody.teams, noise);
  const cared = referrals.flatMap((one) => care(one, referrer.get(one)));
  const leavers = leaving(referrals);
  const lives = { engaged: engagements([...invited, ...cared]), left: new Map(leavers.map(({ client, end }) => [client.id, end.at])) };
  return inOrderOfWriting([
    ...everybody.teams.flatMap(opening),
    ...registeredTwice(everybody),
    ...invited,
    ...attended,
    ...cared,
    ...leavers.map(({ client, end }) => says(client, end.at).left(client.id, end.reason)),
    ...comingBack(everybody.attendees, lives, noise).map(({ person, at, kind }) => says(person, at).touched(person.id, kind)),
  ]);
}

const says = ({ workshop }: Attendee, at: number) => eventsIn(workshop.community.id)(formatInstant(at));

function byCommunityAndPathway({ attendees, teams }: People): { fifty: Attendee[]; team: Team }[] {
  const pathways = ['introduced', 'directory'] as const;
  return teams.flatMap((team) =>
    pathways.map((pathway) => ({
      team,
      fifty: attendees.filter((person) => person.workshop.community === team.community && person.pathway === pathway),
    })),
  );
}

function referralsOf(fifty: readonly Attendee[], team: Team, noise: Seeded): Referral[] {
  const first = [...courses(fifty, noise)].map(([person, course]) =>
    referral(firstPlan(person, course, noise.oneOf(team.practitioners), noise), noise),
  );
  return [...first, ...secondReferrals(first, team, noise)];
}

/** Who needs the community no more, or turned away without a session, leaves it on that day; nobody who comes back later. */
function leaving(referrals: readonly Referral[]): (Referral & { end: NonNullable<Referral['end']> })[] {
  const last = new Map(referrals.map((one) => [one.client, one]));
  return [...last.values()]
    .filter((one): one is Referral & { end: NonNullable<Referral['end']> } => one.end !== null)
    .filter(({ end, sessions }) => sessions.length === 0 && ['needs_met_elsewhere', 'not_engaged'].includes(end.reason));
}

/** One person wrote a message before the first evening and was taken for somebody else, until the day after. */
function registeredTwice({ attendees }: People): TouchpointEvent[] {
  const person = attendees.find(({ pathway }) => pathway === 'directory') as Attendee;
  const { day, community } = person.workshop;
  const guest = `${person.id}-web`;
  const written = instantOf(day - 12, 20 * 60, community.timeZone);
  return [
    says(person, written).consented(guest),
    says(person, written + 60_000).touched(guest, 'message'),
    says(person, instantOf(day + 1, 10 * 60, community.timeZone)).merged(person.id, guest),
  ];
}

/** By time and rank, but for one evening's check-ins, which were on paper. */
function inOrderOfWriting(events: readonly TouchpointEvent[]): TouchpointEvent[] {
  const onPaper = `engagement/${workshops[4]?.id ?? ''}`;
  const late = ({ subject, type }: TouchpointEvent): number => (subject === onPaper && coreType(type) === 'CheckedIn' ? 4 * DAY : 0);
  return events
    .map((event) => ({ event, written: parseInstant(event.time) + late(event), rank: causalRank(coreType(event.type)) ?? 0 }))
    .sort((a, b) => a.written - b.written || a.rank - b.rank)
    .map(({ event }) => event);
}
