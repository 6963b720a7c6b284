import { DAY, type Instant, type PersonId, parseInstant } from '@kithline/touchpoints';
import type { Seeded } from '../seeded.ts';
import type { Team } from './people.ts';
import { type Community, demoValidAt } from './playbook.ts';
import type { Referral } from './referrals.ts';

type Visit = Readonly<{ person: PersonId; practitioner: PersonId; at: Instant }>;
/** The first time somebody referred to a practitioner, and when what came of it was concluded. */
type Pair = Readonly<{ referrer: PersonId; practitioner: PersonId; home: Community; concluded: Instant }>;
/** Everybody's first sessions; which members have told a friend; the pairs so far; the pairs that have proved themselves. */
type Memory = Readonly<{ visits: readonly Visit[]; told: Set<PersonId>; pairs: Map<string, Pair>; proved: Set<Pair> }>;

/** Ninety days have passed since, and some to spare, when the demo is asked. */
const followedToTheEnd = parseInstant(demoValidAt) - 92 * DAY;

/** Within ninety days, and a few to spare. */
const lately = (at: Instant, now: Instant): boolean => at < now && now - at < 85 * DAY;

/**
 * Who referred: nobody, where people found the practitioner in the directory; the practitioner who sends on; otherwise a member who has
 * lately been with that practitioner and tells a friend, or a host. Told in order of time, since all can only know what has happened.
 */
export function referrers(referrals: readonly Referral[], teams: readonly Team[], noise: Seeded): Map<Referral, PersonId | undefined> {
  const memory: Memory = { visits: firstSessions(referrals), told: new Set(), pairs: new Map(), proved: new Set() };
  const practitioners = new Map(referrals.filter((one) => !isSecond(one)).map(({ client, practitioner }) => [client, practitioner]));
  return new Map(
    [...referrals]
      .sort((a, b) => a.made - b.made)
      .map((one) => {
        if (one.source === 'directory') return [one, undefined];
        if (one.source === 'practitioner') return [one, practitioners.get(one.client)];
        const { hosts } = teams.find(({ community }) => community === one.client.workshop.community) as Team;
        const referrer = isSecond(one) ? forOneWhoCameBack(one, hosts, memory, noise) : forANewcomer(one, hosts, memory, noise);
        remember(one, referrer, memory);
        return [one, referrer];
      }),
  );
}

function forANewcomer({ practitioner, made }: Referral, hosts: readonly PersonId[], { visits, told }: Memory, noise: Seeded): PersonId {
  const friends = visits.filter((visit) => visit.practitioner === practitioner && lately(visit.at, made) && !told.has(visit.person));
  if (friends.length === 0 || noise.chance(0.6)) return noise.oneOf(hosts);
  const { person } = noise.oneOf(friends);
  told.add(person);
  return person;
}

/**
 * In turn somebody whose first referral to that practitioner has lately been concluded, and somebody who has sent people to another one
 * only, and knows how that went. Each is taken for one such story.
 */
function forOneWhoCameBack({ client, practitioner, made }: Referral, hosts: readonly PersonId[], memory: Memory, noise: Seeded): PersonId {
  const { pairs, proved } = memory;
  const free = [...pairs.values()].filter(
    (pair) => pair.home === client.workshop.community && pair.referrer !== client.id && !proved.has(pair),
  );
  const concluded = free.filter((pair) => lately(pair.concluded, made) && pair.concluded < followedToTheEnd);
  const again = concluded.filter((pair) => pair.practitioner === practitioner);
  const elsewhere = (pair: Pair): boolean => !pairs.has(pairKey(pair.referrer, practitioner));
  const first = [concluded.filter(elsewhere), free.filter(elsewhere)].find((candidates) => candidates.length > 0) ?? [];
  const candidates = proved.size % 2 === 0 && again.length > 0 ? again : first;
  if (candidates.length === 0) return noise.oneOf(hosts);
  const pair = noise.oneOf(candidates);
  proved.add(pair);
  return pair.referrer;
}

function remember({ practitioner, client, end }: Referral, referrer: PersonId, { pairs }: Memory): void {
  const key = pairKey(referrer, practitioner);
  const concluded = end !== null && ['ReferralCompleted', 'ReferralClosed'].includes(end.move) ? end.at : Infinity;
  if (!pairs.has(key)) pairs.set(key, { referrer, practitioner, home: client.workshop.community, concluded });
}

const pairKey = (referrer: PersonId, practitioner: PersonId): string => `${referrer} ${practitioner}`;
const isSecond = ({ id }: Referral): boolean => id.endsWith('-2');

const firstSessions = (referrals: readonly Referral[]): Visit[] =>
  referrals.flatMap(({ client, practitioner, sessions: [at] }) => (at === undefined ? [] : [{ person: client.id, practitioner, at }]));
