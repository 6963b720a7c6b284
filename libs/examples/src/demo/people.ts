import type { PersonId } from '@kithline/touchpoints';
import type { Seeded } from '../seeded.ts';
import {
  type Community,
  type Pathway,
  type Workshop,
  communities,
  hostsEach,
  introducedOf,
  practitionersEach,
  seats,
  workshops,
} from './playbook.ts';

/** One of the three hundred who came to a workshop and joined. `keen` orders those of a workshop: 0 stays longest. */
export type Attendee = Readonly<{ id: PersonId; workshop: Workshop; pathway: Pathway; keen: number }>;
export type Team = Readonly<{ community: Community; hosts: readonly PersonId[]; practitioners: readonly PersonId[] }>;
export type People = Readonly<{ attendees: readonly Attendee[]; teams: readonly Team[] }>;

/** Everybody in the demo, under pseudonyms: `p-` attends, `h-` hosts, `c-` (clinician) practises. */
export function people(noise: Seeded): People {
  const names = pseudonyms(noise);
  const named = (prefix: string, count: number): PersonId[] => Array.from({ length: count }, () => `${prefix}-${names()}`);
  return {
    teams: communities.map((community) => ({ community, hosts: named('h', hostsEach), practitioners: named('c', practitionersEach) })),
    attendees: workshops.flatMap((workshop) => {
      const first = workshop.week % 2 === 0 ? 'introduced' : 'directory';
      const pathways = alternating(first, introducedOf(workshop));
      return named('p', seats).map((id, keen) => ({ id, workshop, pathway: pathways[keen] as Pathway, keen }));
    }),
  };
}

/** Both pathways in turn, the rest at the end, so that whoever stays longest came both ways. */
function alternating(first: Pathway, introduced: number): Pathway[] {
  const left = { introduced, directory: seats - introduced };
  const order: Pathway[] = [];
  for (let next = first; order.length < seats; next = next === 'introduced' ? 'directory' : 'introduced') {
    if (left[next]-- > 0) order.push(next);
  }
  return order;
}

/** Pronounceable names that nobody has: three syllables, none twice. */
function pseudonyms(noise: Seeded): () => string {
  const taken = new Set<string>();
  const syllable = (): string => noise.oneOf([...'bdfklmnprstvz']) + noise.oneOf([...'aeiou']);
  return () => {
    let name: string;
    do name = syllable() + syllable() + syllable();
    while (taken.has(name));
    taken.add(name);
    return name;
  };
}
