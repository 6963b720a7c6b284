import { sameData } from '../decider/collections.ts';
import { deciderOf } from '../decider/decider.ts';
import { rulesOf } from '../decider/rule.ts';
import type { CommunityCommand } from './commands.ts';
import type { CommunityFact } from './events.ts';
import { type Community, evolve, initial } from './state.ts';

const rule = rulesOf<Community, CommunityFact>();

export const communityDecider = deciderOf<Community, CommunityCommand, CommunityFact>({
  initial,
  evolve,
  becomes: { FoundCommunity: 'CommunityFounded' },
  alreadySo: ({ data }, { founded }) => sameData(founded, data),
  rules: [
    rule(['CommunityFounded'], 'a_community_is_founded_once', 'A community is founded once', (_, { founded }) => founded !== undefined),
  ],
});
