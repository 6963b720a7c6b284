import { withEntry } from '../decider/collections.ts';
import type { CommunityId, Id, PersonId } from '../ids.ts';
import type { MemberFact, TouchpointRecorded } from './events.ts';

export type Member = Readonly<{
  communities: ReadonlyMap<CommunityId, 'here' | 'left'>;
  touchpoints: ReadonlyMap<Id, TouchpointRecorded['data']>;
  /** By introduction; under '' where none was named. */
  introducers: ReadonlyMap<Id, PersonId>;
}>;

export const initial = (): Member => ({ communities: new Map(), touchpoints: new Map(), introducers: new Map() });

export function evolve(member: Member, { type, data }: MemberFact): Member {
  switch (type) {
    case 'MemberJoined':
    case 'MemberRejoined':
      return { ...member, communities: withEntry(member.communities, data.communityId, 'here') };
    case 'MemberLeft':
      return { ...member, communities: withEntry(member.communities, data.communityId, 'left') };
    case 'TouchpointRecorded':
      return { ...member, touchpoints: withEntry(member.touchpoints, data.touchpointId, data) };
    case 'IntroducerReassigned':
      return { ...member, introducers: withEntry(member.introducers, data.introductionId ?? '', data.introducerId) };
  }
}
