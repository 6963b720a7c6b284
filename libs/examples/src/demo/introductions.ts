import type { Instant, PersonId } from '@kithline/touchpoints';
import type { Seeded } from '../seeded.ts';
import { instantOf } from './local-time.ts';
import type { Attendee, People, Team } from './people.ts';

/** Who brought whom, and when they said so. `accepted` is null where the invited person said no, and never came. */
export type Introduction = Readonly<{ introducer: PersonId; introducee: PersonId; team: Team; made: Instant; accepted: Instant | null }>;

/**
 * Chains up to four hops below a host: at a community's first evening the hosts brought everybody, at each later one mostly keen members
 * who had come before, above all those who had been brought themselves. A few who were invited said no.
 */
export function introductions({ attendees, teams }: People, noise: Seeded): Introduction[] {
  return attendees
    .filter(({ pathway }) => pathway === 'introduced')
    .flatMap((person) => {
      const team = teams.find(({ community }) => community === person.workshop.community) as Team;
      const introducer = introducerOf(person, attendees, team, noise);
      const yes = introduction({ introducer, introducee: person.id, team, day: person.workshop.day, noise });
      const no = {
        ...introduction({ introducer, introducee: `x-${person.id.slice(2)}`, team, day: person.workshop.day, noise }),
        accepted: null,
      };
      return noise.chance(0.08) ? [yes, no] : [yes];
    });
}

function introducerOf({ workshop }: Attendee, attendees: readonly Attendee[], { hosts }: Team, noise: Seeded): PersonId {
  const earlier = attendees.filter(({ workshop: other }) => other.community === workshop.community && other.turn < workshop.turn);
  const last = earlier.filter((one) => one.workshop.turn === workshop.turn - 1);
  const eager = (noise.chance(0.7) ? last : earlier).filter(({ keen, pathway }) => keen < (pathway === 'introduced' ? 16 : 6));
  return eager.length === 0 || noise.chance(0.1) ? noise.oneOf(hosts) : noise.oneOf(eager).id;
}

type Invitation = { introducer: PersonId; introducee: PersonId; team: Team; day: number; noise: Seeded };

function introduction({ introducer, introducee, team, day, noise }: Invitation): Introduction {
  const made = instantOf(day - noise.between(3, 12), 10 * 60 + noise.below(600), team.community.timeZone);
  return { introducer, introducee, team, made, accepted: made + noise.between(1, 26 * 60) * 60_000 };
}
