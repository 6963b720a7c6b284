import { type LocalDay, localDay } from './local-time.ts';

/** The instant as of which the demo is asked: the Monday after the twenty-sixth week since the last workshop. */
export const demoValidAt = '2026-10-26T12:00:00Z';

export type Community = Readonly<{ id: string; name: string; timeZone: string }>;
export type Pathway = 'introduced' | 'directory';

/** Three communities on one playbook. Their clocks change on 29 March and 25 October, inside the period. */
export const communities: readonly Community[] = [
  { id: 'harbour', name: 'Harbour Circle', timeZone: 'Europe/London' },
  { id: 'millyard', name: 'Mill Yard', timeZone: 'Europe/Dublin' },
  { id: 'linden', name: 'Linden House', timeZone: 'Europe/Amsterdam' },
];

/** Hosts open the doors and make the first introductions; practitioners see people. Neither join, check in or are referred. */
export const hostsEach = 3;
export const practitionersEach = 3;

/** One evening of the playbook: 18:00 to 19:30, twenty-five people. At its end all who came join together. */
export type Workshop = Readonly<{ id: string; week: number; turn: number; day: LocalDay; community: Community }>;

export const opensAt = 18 * 60;
export const closesAt = 19 * 60 + 30;
export const seats = 25;

/** Twelve Thursdays from 5 February 2026, four in each month; the communities take turns, so each has four, three weeks apart. */
export const workshops: readonly Workshop[] = Array.from({ length: 12 }, (_, week) => {
  const community = communities[week % communities.length] as Community;
  const day = localDay('2026-02-05') + 7 * week;
  return { id: `evening-${String(week + 1).padStart(2, '0')}`, week, turn: Math.floor(week / communities.length), day, community };
});

/** How many of the twenty-five came by introduction: fifty of a hundred in each community. */
export const introducedOf = ({ turn }: Workshop): number => (turn % 2 === 0 ? 13 : 12);
