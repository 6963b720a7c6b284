import { id, text, timeZone } from './field.ts';
import { shapesOf } from './shape.ts';

const ofACommunity = shapesOf('community', 'communityId');

export const communityShapes = {
  CommunityFounded: ofACommunity('A community came into being.', {
    communityId: id('The community.'),
    name: text('What the community is called.', 200),
    timeZone: timeZone('IANA time zone of the community, which decides where its days and weeks begin.'),
  }),
};
