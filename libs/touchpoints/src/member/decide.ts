import { sameData } from '../decider/collections.ts';
import { deciderOf } from '../decider/decider.ts';
import { rulesOf } from '../decider/rule.ts';
import { isReason } from '../reasons.ts';
import type { MemberCommand } from './commands.ts';
import type { MemberFact } from './events.ts';
import { evolve, initial, type Member } from './state.ts';

const rule = rulesOf<Member, MemberFact>();

export const memberDecider = deciderOf<Member, MemberCommand, MemberFact>({
  initial,
  evolve,
  becomes: {
    JoinCommunity: 'MemberJoined',
    LeaveCommunity: 'MemberLeft',
    RejoinCommunity: 'MemberRejoined',
    RecordTouchpoint: 'TouchpointRecorded',
    ReassignIntroducer: 'IntroducerReassigned',
  },
  alreadySo,
  rules: [
    rule(
      ['MemberJoined'],
      'who_left_rejoins',
      'Who left a community rejoins it',
      ({ data }, { communities }) => communities.get(data.communityId) === 'left',
    ),
    rule(
      ['MemberRejoined'],
      'only_who_left_rejoins',
      'Only who left a community rejoins it',
      ({ data }, { communities }) => communities.get(data.communityId) !== 'left',
    ),
    rule(
      ['MemberLeft'],
      'only_a_member_leaves',
      'Only a member leaves a community',
      ({ data }, { communities }) => communities.get(data.communityId) !== 'here',
    ),
    rule(['TouchpointRecorded'], 'a_touchpoint_is_recorded_once', 'A touchpoint is recorded once', ({ data }, { touchpoints }) =>
      touchpoints.has(data.touchpointId),
    ),
    rule(
      ['IntroducerReassigned'],
      'nobody_introduces_themselves',
      'Nobody introduces themselves',
      ({ data }) => data.introducerId === data.personId,
    ),
  ],
  commandRules: [
    rule(['MemberLeft'], 'leaving_has_a_reason', 'Leaving has a reason out of the list', ({ data }) => !isReason(data.reason)),
  ],
});

function alreadySo({ type, data }: MemberFact, { communities, touchpoints, introducers }: Member): boolean {
  switch (type) {
    case 'MemberJoined':
    case 'MemberRejoined':
      return communities.get(data.communityId) === 'here';
    case 'MemberLeft':
      return communities.get(data.communityId) === 'left';
    case 'TouchpointRecorded':
      return sameData(touchpoints.get(data.touchpointId), data);
    case 'IntroducerReassigned':
      return introducers.get(data.introductionId ?? '') === data.introducerId;
  }
}
