import { type Instant, type PersonId, parseInstant } from '@kithline/touchpoints';
import type { Seeded } from '../seeded.ts';
import { isQuiet } from './courses.ts';
import { instantOf } from './local-time.ts';
import type { Attendee } from './people.ts';
import { type Workshop, closesAt, demoValidAt, workshops } from './playbook.ts';

/** One visit of a member to the community's open hours, or a message from home. */
export type Visit = Readonly<{ person: Attendee; at: Instant; kind: 'drop-in' | 'message' }>;

/** What else people did that counts as engaging, and when those who left for good did so. */
export type Lives = Readonly<{ engaged: ReadonlyMap<PersonId, readonly Instant[]>; left: ReadonlyMap<PersonId, Instant> }>;

/** One calendar week of an evening's group: from its Monday (in the first week from the end of the evening) to the next. */
type Week = Readonly<{ workshop: Workshop; index: number; from: Instant; to: Instant }>;

/** About how many of the twenty-five of an evening are back in each calendar week after it; from then on three stay. */
const back = [13, 17, 16, 16, 15, 15, 14, 13, 13, 12, 12, 11, 11, 10, 10, 9, 9, 8, 8, 7, 7, 6, 6, 5, 5, 4, 4];
const stay = 3;
/** The quiet ones are not seen in the thirty days after the evening, and they reach into its fifth week. */
const quietWeeks = 5;

/**
 * The visits that bring the engaged of each week to those numbers: whoever is engaged in other ways already counts, then the keenest come.
 */
export const comingBack = (people: readonly Attendee[], lives: Lives, noise: Seeded): Visit[] =>
  workshops.flatMap((workshop) => {
    const group = people.filter((person) => person.workshop === workshop);
    return weeksAfter(workshop).flatMap((week) => visitsOf(week, group, lives, noise));
  });

function visitsOf(week: Week, group: readonly Attendee[], { engaged, left }: Lives, noise: Seeded): Visit[] {
  const there = ({ id }: Attendee): boolean => (engaged.get(id) ?? []).some((at) => at > week.from && at < week.to);
  const free = ({ id }: Attendee): boolean => (left.get(id) ?? Infinity) >= week.to;
  const able = group.filter((person) => !there(person) && free(person) && !(isQuiet(person) && week.index < quietWeeks));
  const about = back[week.index];
  const aim = about === undefined ? stay : Math.max(stay, about + noise.between(-2, 2));
  const missing = Math.max(0, aim - group.filter(there).length);
  return keenestFirst(able, week.index, noise)
    .slice(0, missing)
    .map((person) => visit(person, week, noise));
}

/** In the first months anyone may have a busy week. */
function keenestFirst(people: readonly Attendee[], week: number, noise: Seeded): Attendee[] {
  const moods = new Map(people.map((person) => [person, person.keen + (week < 20 ? noise.between(-6, 6) : 0)]));
  return [...people].sort((a, b) => (moods.get(a) ?? 0) - (moods.get(b) ?? 0));
}

function visit(person: Attendee, { workshop, index }: Week, noise: Seeded): Visit {
  const day = index === 0 ? workshop.day + noise.between(1, 3) : mondayOf(workshop) + 7 * index + noise.below(7);
  const kind = noise.chance(0.7) ? 'drop-in' : 'message';
  const minutes = kind === 'drop-in' ? 14 * 60 + noise.below(300) : 8 * 60 + noise.below(14 * 60);
  return { person, kind, at: instantOf(day, minutes, workshop.community.timeZone) };
}

/** Workshops are on Thursdays. */
const mondayOf = ({ day }: Workshop): number => day - 3;

function weeksAfter(workshop: Workshop): Week[] {
  const end = parseInstant(demoValidAt);
  const { timeZone } = workshop.community;
  const weeks: Week[] = [];
  for (let index = 0, from = instantOf(workshop.day, closesAt, timeZone); from < end; index++) {
    const to = instantOf(mondayOf(workshop) + 7 * (index + 1), 0, timeZone);
    if (to <= end) weeks.push({ workshop, index, from, to });
    from = to;
  }
  return weeks;
}
