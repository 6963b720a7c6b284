import { withMember } from '../decider/collections.ts';
import type { PersonId } from '../ids.ts';
import type { EngagementFact, EngagementHeld, EngagementScheduled } from './events.ts';

export type Engagement = Readonly<{
  scheduled?: EngagementScheduled['data'];
  held?: EngagementHeld['data'];
  present: ReadonlySet<PersonId>;
}>;

export const initial = (): Engagement => ({ present: new Set() });

export function evolve(engagement: Engagement, { type, data }: EngagementFact): Engagement {
  switch (type) {
    case 'EngagementScheduled':
      return { ...engagement, scheduled: data };
    case 'EngagementHeld':
      return { ...engagement, held: data };
    case 'CheckedIn':
      return { ...engagement, present: withMember(engagement.present, data.personId) };
  }
}
