import { specFor } from '../testing/given.ts';
import { memberDecider } from './decide.ts';
import type { MemberFact } from './events.ts';

const given = specFor(memberDecider);
const at = '2026-03-02T10:00:00Z';
const ben = { personId: 'p-ben', communityId: 'c-mill' };
const joined: MemberFact = { type: 'MemberJoined', at, data: { ...ben, pathway: 'introduced' } };
const left: MemberFact = { type: 'MemberLeft', at, data: { ...ben, reason: 'moved_away' } };
const rejoined: MemberFact = { type: 'MemberRejoined', at, data: ben };

describe('A member', () => {
  it('joins a community', () =>
    given()
      .when({ type: 'JoinCommunity', at, data: { ...ben, pathway: 'introduced' } })
      .then(joined));

  it('joins a community once', () => given(joined).when({ type: 'JoinCommunity', at, data: ben }).thenNothingHappens());

  it('may be in several communities', () => {
    const data = { personId: 'p-ben', communityId: 'c-hill' };
    given(joined).when({ type: 'JoinCommunity', at, data }).then({ type: 'MemberJoined', at, data });
  });

  it('leaves with a reason', () => {
    given(joined)
      .when({ type: 'LeaveCommunity', at, data: { ...ben, reason: 'moved_away' } })
      .then(left);
    given(joined).when({ type: 'LeaveCommunity', at, data: ben }).thenRefused('Leaving has a reason out of the list');
    given(joined)
      .when({ type: 'LeaveCommunity', at, data: { ...ben, reason: 'bored' } })
      .thenRefused('Leaving has a reason out of the list');
  });

  it('leaves only where they are', () =>
    given()
      .when({ type: 'LeaveCommunity', at, data: { ...ben, reason: 'other' } })
      .thenRefused('Only a member leaves a community'));

  it('rejoins after leaving', () => {
    given(joined, left).when({ type: 'RejoinCommunity', at, data: ben }).then(rejoined);
    given(joined, left).when({ type: 'JoinCommunity', at, data: ben }).thenRefused('Who left a community rejoins it');
    given().when({ type: 'RejoinCommunity', at, data: ben }).thenRefused('Only who left a community rejoins it');
    given(joined, left, rejoined)
      .when({ type: 'LeaveCommunity', at, data: { ...ben, reason: 'moved_away' } })
      .then(left);
  });

  it('has each touchpoint recorded once', () => {
    const data = { touchpointId: 't-1', ...ben, kind: 'drop-in' };
    const recorded: MemberFact = { type: 'TouchpointRecorded', at, data };
    given().when({ type: 'RecordTouchpoint', at, data }).then(recorded);
    given(recorded)
      .when({ type: 'RecordTouchpoint', at, data: { ...data, kind: 'workshop' } })
      .thenRefused('A touchpoint is recorded once');
  });

  it('gets another introducer, never themselves', () => {
    const data = { personId: 'p-ben', introducerId: 'p-cleo', introductionId: 'i-1', reason: 'moved' };
    given(joined).when({ type: 'ReassignIntroducer', at, data }).then({ type: 'IntroducerReassigned', at, data });
    given(joined)
      .when({ type: 'ReassignIntroducer', at, data: { ...data, introducerId: 'p-ben' } })
      .thenRefused('Nobody introduces themselves');
  });

  it('may be left and touched before they ever joined, as far as facts go', () => {
    expect(memberDecider.breaches(left, memberDecider.initial())).toEqual(['only_a_member_leaves']);
    expect([left, joined].reduce(memberDecider.evolve, memberDecider.initial()).communities.get('c-mill')).toBe('here');
  });
});
