import { code, id, instant } from './field.ts';
import { shapesOf } from './shape.ts';

const ofAnEngagement = shapesOf('engagement', 'engagementId');
const engagementId = id('The engagement.');

const gathering = {
  engagementId,
  communityId: id('The community that holds it.'),
  format: code('Its format: `workshop`, `pop-up`, `clinic` …'),
  startsAt: instant('When it begins.'),
  endsAt: instant('When it ends; not before it begins.'),
  goal: code('Its one measurable goal: `referral`, `stabilization`, `psychoeducation`, `tool_adoption` …'),
};

export const engagementShapes = {
  EngagementScheduled: ofAnEngagement('A community set a date for an engagement.', gathering),
  EngagementHeld: ofAnEngagement('An engagement took place.', gathering),
  CheckedIn: ofAnEngagement('A person came to an engagement.', { engagementId, personId: id('The person who came.') }),
};
