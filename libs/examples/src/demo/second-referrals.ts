import { DAY, parseInstant } from '@kithline/touchpoints';
import type { Seeded } from '../seeded.ts';
import { localDay, localDayOf } from './local-time.ts';
import type { Team } from './people.ts';
import { type Pathway, demoValidAt } from './playbook.ts';
import { type Referral, referral } from './referrals.ts';

/** Waits of second referrals: as many below the median of their arm as above, so that they leave it where it is. Zero: waits still. */
const onwardWaits: Readonly<Record<Pathway, readonly number[]>> = { introduced: [24, 58, 75], directory: [30, 66, 80] };
const returnWaits: Readonly<Record<Pathway, readonly number[]>> = { introduced: [18, 33, 52, 60, 0], directory: [22, 36, 56, 63, 0] };

const lastDay = parseInstant(demoValidAt) / DAY;
const summer = localDay('2026-08-01');

/**
 * Of the referrals of one pathway in one community: three that a practitioner sends on to the next while they last, and five whose
 * client comes back within ninety days of the end, in the last ninety days before the demo is asked.
 */
export function secondReferrals(first: readonly Referral[], team: Team, noise: Seeded): Referral[] {
  const shuffled = noise.shuffled(first);
  const onward = shuffled.filter(({ accepted, sessions }) => accepted !== null && sessions.length >= 3).slice(0, 3);
  const returning = shuffled.filter((one) => !onward.includes(one) && mayReturn(one)).slice(0, 5);
  const pathway = (onward[0] as Referral).client.pathway;
  return [
    ...onward.map((one, index) => sentOn(one, team, onwardWaits[pathway][index] as number, noise)),
    ...returning.map((one, index) => cameBack(one, returnWaits[pathway][index] as number, noise)),
  ];
}

/** Around the ring of practitioners, so that no two send each other people. After the thirtieth day: nobody is booked in time by this. */
function sentOn({ client, practitioner, accepted, id }: Referral, { practitioners }: Team, after: number, noise: Seeded): Referral {
  const next = practitioners[(practitioners.indexOf(practitioner) + 1) % practitioners.length] as string;
  const made = Math.max(31, dayOf(client, accepted as number) + noise.between(20, 60));
  const plan = { id: `${id}-2`, client, practitioner: next, source: 'practitioner', fate: 'seen', after, exact: false } as const;
  return referral({ ...plan, made, booked: made + noise.between(3, after - 9) }, noise);
}

const mayReturn = ({ end, client }: Referral): boolean => end !== null && lastReturn(end.at, client) >= firstReturn(end.at, client);
const firstReturn = (ended: number, client: Referral['client']): number =>
  Math.max(summer - client.workshop.day, dayOf(client, ended) + 14);
/** Ninety days must have passed since the end as well, and the longest wait must fit in. */
const lastReturn = (ended: number, client: Referral['client']): number =>
  Math.floor(ended / DAY) + 91 < lastDay ? Math.min(dayOf(client, ended) + 85, Math.floor(lastDay) - 65 - client.workshop.day) : -1;

function cameBack({ client, practitioner, end, id }: Referral, after: number, noise: Seeded): Referral {
  const { at } = end as NonNullable<Referral['end']>;
  const made = noise.between(firstReturn(at, client), lastReturn(at, client));
  const plan = { id: `${id}-2`, client, practitioner, source: 'introducer', exact: false, made } as const;
  if (after === 0) return referral({ ...plan, fate: 'waiting', after, booked: null }, noise);
  return referral({ ...plan, fate: 'seen', after, booked: made + noise.between(3, after - 9) }, noise);
}

const dayOf = (client: Referral['client'], at: number): number => localDayOf(at, client.workshop.community.timeZone) - client.workshop.day;
