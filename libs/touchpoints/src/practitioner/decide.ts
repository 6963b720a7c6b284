import { sameData } from '../decider/collections.ts';
import { deciderOf } from '../decider/decider.ts';
import { rulesOf } from '../decider/rule.ts';
import type { PractitionerCommand } from './commands.ts';
import type { PractitionerFact } from './events.ts';
import { evolve, initial, type Practitioner } from './state.ts';

const rule = rulesOf<Practitioner, PractitionerFact>();

export const practitionerDecider = deciderOf<Practitioner, PractitionerCommand, PractitionerFact>({
  initial,
  evolve,
  becomes: { PublishPractitionerProfile: 'PractitionerProfilePublished' },
  alreadySo: ({ data }, { profile }) => sameData(profile, data),
  rules: [
    rule(
      ['PractitionerProfilePublished'],
      'a_practitioner_serves_a_community',
      'A practitioner serves at least one community',
      ({ data }) => data.communityIds.length === 0,
    ),
  ],
});
