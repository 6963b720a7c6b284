import { specFor } from '../testing/given.ts';
import { engagementDecider } from './decide.ts';
import type { EngagementFact } from './events.ts';

const given = specFor(engagementDecider);
const at = '2026-03-02T10:00:00Z';
const later = '2026-04-01T11:30:00Z';
const data = {
  engagementId: 'g-1',
  communityId: 'c-mill',
  format: 'workshop',
  startsAt: '2026-04-01T10:00:00Z',
  endsAt: '2026-04-01T11:30:00Z',
  goal: 'referral',
};
const scheduled: EngagementFact = { type: 'EngagementScheduled', at, data };
const held: EngagementFact = { type: 'EngagementHeld', at: later, data };
const benCame: EngagementFact = { type: 'CheckedIn', at: later, data: { engagementId: 'g-1', personId: 'p-ben' } };

describe('An engagement', () => {
  it('is scheduled', () => given().when({ type: 'ScheduleEngagement', at, data }).then(scheduled));

  it('is scheduled once', () =>
    given(scheduled)
      .when({ type: 'ScheduleEngagement', at, data: { ...data, goal: 'stabilization' } })
      .thenRefused('An engagement is scheduled once, before it is held'));

  it('is held once it has begun', () => {
    given(scheduled).when({ type: 'HoldEngagement', at: later, data }).then(held);
    given(scheduled).when({ type: 'HoldEngagement', at, data }).thenRefused('An engagement is held once it has begun');
  });

  it('is held when it was scheduled, and once', () => {
    given().when({ type: 'HoldEngagement', at: later, data }).thenRefused('Only a scheduled engagement is held');
    given(scheduled, held)
      .when({ type: 'HoldEngagement', at: later, data: { ...data, format: 'clinic' } })
      .thenRefused('An engagement is held once');
  });

  it('counts who comes once', () => {
    given(scheduled).when({ type: 'CheckIn', at: later, data: benCame.data }).then(benCame);
    given(scheduled, benCame).when({ type: 'CheckIn', at: later, data: benCame.data }).thenNothingHappens();
  });

  it('lets nobody in that was never scheduled', () =>
    given()
      .when({ type: 'CheckIn', at: later, data: benCame.data })
      .thenRefused('Who checks in comes to an engagement that was scheduled'));

  it('takes facts in any order', () =>
    expect([benCame, held, scheduled].reduce(engagementDecider.evolve, engagementDecider.initial())).toEqual({
      scheduled: data,
      held: data,
      present: new Set(['p-ben']),
    }));
});
