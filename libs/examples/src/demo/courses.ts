import type { Seeded } from '../seeded.ts';
import type { Attendee } from './people.ts';
import { type Pathway, communities } from './playbook.ts';

/**
 * What is to become of a person's referral. Days count from the evening (`referred`) or from the referral (`after`): to the first
 * session, or to the end without one. `scheduled`: a session is booked within thirty days of the evening. `exact`: to the minute.
 */
export type Course = Readonly<{ scheduled: boolean; fate: 'seen' | 'ended' | 'waiting'; after: number; exact: boolean; referred: number }>;

/**
 * What is arranged, for the fifty who came one way to each community: how many have a session `booked` within thirty days (38 of each
 * hundred; 64 and 50 of each 150) and how many of those are seen within them (`soon`). Of the others who are seen some wait from `shortest`
 * up to the median, some to the minute as long as the `median`, and `late` of them longer: the higher the `tail`, the fewer are long. The
 * spec works the median out again from the events.
 */
const arranged = {
  introduced: { booked: [21, 21, 22], soon: [10, 12, 9], shortest: 27, median: 41, longest: 140, tail: 3, late: 12 },
  directory: { booked: [17, 17, 16], soon: [6, 5, 8], shortest: 31, median: 50, longest: 150, tail: 1.5, late: 9 },
} as const;
const fifty = 50;
const belowMedian = 23;
const atMedian = 3;
const ended = { early: 2, late: 4 };
/** Of those booked in time one is cancelled and one still waits, having missed it. */
const bookedInVain = 2;

/** Those least keen: they book nothing in the first thirty days and introduce nobody. */
export const isQuiet = ({ keen }: Attendee): boolean => keen >= 21;

/** A course for each of the fifty who came one way to one community. */
export function courses(group: readonly Attendee[], noise: Seeded): Map<Attendee, Course> {
  const { pathway, workshop } = group[0] as Attendee;
  const plans = noise.shuffled(coursesOf(pathway, communities.indexOf(workshop.community), noise));
  const inTime = plans.filter((course) => course.scheduled);
  const others = plans.filter((course) => !course.scheduled);
  const eager = noise.shuffled(group.filter((person) => !isQuiet(person)));
  const quiet = group.filter(isQuiet);
  return new Map([...eager, ...quiet].map((person) => [person, (inTime.pop() ?? others.pop()) as Course]));
}

function coursesOf(pathway: Pathway, community: number, noise: Seeded): Course[] {
  const { booked, soon } = arranged[pathway];
  const prompt = soon[community] ?? 0;
  const later = noise.shuffled(waits(pathway, belowMedian - prompt, noise));
  const inTime = (booked[community] ?? 0) - prompt - bookedInVain;
  const over = [
    ...times(prompt, () => seenSoon(noise)),
    ...later.slice(0, inTime).map((after) => ({ ...seenLater(pathway, after, noise.between(0, 4)), scheduled: true })),
    ...later.slice(inTime).map((after) => ({ ...seenLater(pathway, after, noise.between(2, 27)), scheduled: false })),
    ...times(ended.late, (index) => notSeen('ended', noise.between(60, 120), index === 0, noise)),
    ...times(ended.early, () => notSeen('ended', noise.between(5, 25), false, noise)),
  ];
  return [...over, ...times(fifty - over.length, (index) => notSeen('waiting', 0, index === 0, noise))];
}

const times = <T>(count: number, make: (index: number) => T): T[] => Array.from({ length: count }, (_, index) => make(index));

/** Waits in whole days. */
function waits(pathway: Pathway, below: number, noise: Seeded): number[] {
  const { shortest, median, longest, tail, late } = arranged[pathway];
  return [
    ...times(below, () => noise.between(shortest, median - 1)),
    ...times(atMedian, () => median),
    ...times(late, () => median + 2 + Math.floor((longest - median - 2) * noise.fraction() ** tail)),
  ];
}

function seenSoon(noise: Seeded): Course {
  const after = noise.between(8, 24);
  return { scheduled: true, fate: 'seen', after, exact: false, referred: noise.between(0, Math.min(5, 30 - after)) };
}

/** Not before the thirty-first day after the evening. */
const seenLater = (pathway: Pathway, after: number, delay: number): Omit<Course, 'scheduled'> => ({
  fate: 'seen',
  after,
  exact: after === arranged[pathway].median,
  referred: Math.max(1, 31 - after) + delay,
});

const notSeen = (fate: Course['fate'], after: number, scheduled: boolean, noise: Seeded): Course => ({
  ...{ fate, after, scheduled, exact: false },
  referred: noise.between(1, scheduled ? 6 : 30),
});
