import { sameData } from '../decider/collections.ts';
import { deciderOf } from '../decider/decider.ts';
import { rulesOf } from '../decider/rule.ts';
import { parseInstant } from '../time.ts';
import type { EngagementCommand } from './commands.ts';
import type { EngagementFact } from './events.ts';
import { type Engagement, evolve, initial } from './state.ts';

const rule = rulesOf<Engagement, EngagementFact>();

export const engagementDecider = deciderOf<Engagement, EngagementCommand, EngagementFact>({
  initial,
  evolve,
  becomes: { ScheduleEngagement: 'EngagementScheduled', HoldEngagement: 'EngagementHeld', CheckIn: 'CheckedIn' },
  alreadySo,
  rules: [
    rule(
      ['EngagementScheduled'],
      'an_engagement_is_scheduled_once',
      'An engagement is scheduled once, before it is held',
      (_, { scheduled, held }) => scheduled !== undefined || held !== undefined,
    ),
    rule(
      ['EngagementHeld'],
      'only_a_scheduled_engagement_is_held',
      'Only a scheduled engagement is held',
      (_, { scheduled }) => scheduled === undefined,
    ),
    rule(['EngagementHeld'], 'an_engagement_is_held_once', 'An engagement is held once', (_, { held }) => held !== undefined),
    rule(
      ['EngagementHeld'],
      'an_engagement_is_held_once_it_has_begun',
      'An engagement is held once it has begun',
      ({ at, data }) => parseInstant(at) < parseInstant(data.startsAt),
    ),
    rule(
      ['CheckedIn'],
      'check_in_needs_an_engagement',
      'Who checks in comes to an engagement that was scheduled',
      (_, { scheduled, held }) => scheduled === undefined && held === undefined,
    ),
  ],
});

function alreadySo({ type, data }: EngagementFact, { scheduled, held, present }: Engagement): boolean {
  switch (type) {
    case 'EngagementScheduled':
      return sameData(scheduled, data);
    case 'EngagementHeld':
      return sameData(held, data);
    case 'CheckedIn':
      return present.has(data.personId);
  }
}
