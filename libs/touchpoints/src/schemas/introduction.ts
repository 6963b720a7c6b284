import { code, id, instant, number, optional } from './field.ts';
import { shapesOf } from './shape.ts';

const ofAnIntroduction = shapesOf('introduction', 'introductionId');
const introductionId = id('The introduction.');

export const introductionShapes = {
  IntroductionMade: ofAnIntroduction('One person introduced another to a community. It is open on [time, until).', {
    introductionId,
    introducerId: id('The person who introduces.'),
    introduceeId: id('The person who is introduced.'),
    communityId: id('The community they are introduced to.'),
    kind: optional(code('What kind of introduction.')),
    weight: optional(number('Its weight, not below 0, for cheapest paths.', 0)),
    until: optional(instant('When it ceases to be open; later than the event.')),
  }),
  IntroductionAccepted: ofAnIntroduction('The person introduced took it up.', { introductionId }),
  IntroductionDeclined: ofAnIntroduction('The person introduced did not want it.', { introductionId }),
};
