import { code, id, oneOf, optional } from './field.ts';
import { shapesOf } from './shape.ts';

/** How a person came to a community. */
export const pathways = ['introduced', 'directory', 'self', 'outreach', 'engagement'] as const;

const ofAMember = shapesOf('member', 'personId');
const personId = id('The person.');
const communityId = id('The community.');

export const memberShapes = {
  MemberJoined: ofAMember('A person joined a community.', {
    personId,
    communityId,
    introductionId: optional(id('The introduction through which they came.')),
    pathway: optional(oneOf('How they came.', pathways)),
  }),
  MemberLeft: ofAMember('A person left a community.', {
    personId,
    communityId,
    reason: optional(code('Why they left. `died` and `moved_away` end observation; a code not in the list of reasons never does.')),
  }),
  MemberRejoined: ofAMember('A person who had left came back.', {
    personId,
    communityId,
    reason: optional(code('Why they came back.')),
  }),
  TouchpointRecorded: ofAMember('A person and the community were in touch.', {
    touchpointId: id('The touchpoint.'),
    personId,
    communityId,
    kind: code('What kind of touch: `workshop`, `drop-in`, `message`, `purchase` …; `outreach` is what the community sent.'),
    channel: optional(code('By which channel: `in_person`, `digital`, `phone`, `paper` …')),
    engagementId: optional(id('The engagement it belongs to.')),
  }),
  IntroducerReassigned: ofAMember('Another person is from now on the introducer of this one.', {
    personId,
    introducerId: id('The new introducer.'),
    introductionId: optional(id('The introduction that is credited anew.')),
    reason: code('Why the introducer changed.'),
  }),
};
