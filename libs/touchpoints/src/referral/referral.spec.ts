import { specFor } from '../testing/given.ts';
import { anaRefersBen, drafted, hour, made, moved, wish } from '../testing/referrals.ts';
import type { MakeReferral } from './commands.ts';
import { referralDecider } from './decide.ts';

const given = specFor(referralDecider);
const make = (data: object = {}, more: object = {}): MakeReferral => ({
  type: 'MakeReferral',
  at: hour(9),
  actor: 'p-ana',
  data: { ...anaRefersBen, ...data },
  ...more,
});
const accepted = moved('ReferralAccepted');
const received = moved('ReferralReceived');

describe('A referral', () => {
  it('is made', () => given().when(make()).then(made));

  it('may be drafted first', () => {
    given()
      .when({ ...make(), type: 'DraftReferral', at: hour(8) })
      .then(drafted);
    given(drafted).when(make()).then(made);
    given(made)
      .when({ ...make({ practitionerId: 'p-eli' }), type: 'DraftReferral' })
      .thenRefused('A referral is drafted once, before it is made');
  });

  it('is made once, also when asked for much later', () => {
    given(made, accepted).when(make()).thenNothingHappens();
    given(made)
      .when(make({ practitionerId: 'p-eli' }))
      .thenRefused('A referral is made once');
  });

  it('is never of oneself, by oneself or to oneself', () => {
    given()
      .when(make({ referrerId: 'p-ben' }, { actor: 'p-ben' }))
      .thenRefused('Nobody refers themselves');
    given()
      .when(make({ practitionerId: 'p-ben' }))
      .thenRefused('Nobody is their own practitioner');
  });

  it('may be made by the client when nobody refers', () => {
    const { referrerId: _, ...own } = anaRefersBen;
    const data = { ...own, source: { kind: 'self' } } as const;
    given()
      .when({ type: 'MakeReferral', at: hour(9), actor: 'p-ben', data })
      .then({ type: 'ReferralMade', at: hour(9), actor: 'p-ben', data });
    given()
      .when(make({}, { actor: 'p-ben' }))
      .thenRefused('A client makes only a referral that has no referrer');
  });

  it('is received, accepted and completed', () => {
    given(made).when(wish('ReceiveReferral')).then(received);
    given(made, received).when(wish('AcceptReferral')).then(accepted);
    given(made, received, accepted)
      .when(wish('CompleteReferral'))
      .then(moved('ReferralCompleted', 'p-dee', { reason: 'completed' }));
  });

  it('is rejected before any work, and fails after it was accepted', () => {
    const reason = { reason: 'no_capacity' };
    given(made)
      .when(wish('RejectReferral', 'p-dee', reason))
      .then(moved('ReferralRejected', 'p-dee', reason));
    given(made)
      .when(wish('FailReferral', 'p-dee', reason))
      .thenRefused('Only an accepted referral fails; before that it is rejected');
    given(made, accepted)
      .when(wish('FailReferral', 'p-dee', reason))
      .then(moved('ReferralFailed', 'p-dee', reason));
    given(made, accepted)
      .when(wish('RejectReferral', 'p-dee', reason))
      .thenRefused('A referral is rejected before any work, not after it was accepted');
  });

  it('ends for a reason out of the list', () => {
    for (const ending of ['FailReferral', 'CancelReferral', 'CloseReferral'] as const) {
      given(made, accepted).when(wish(ending)).thenRefused('The ending of a referral has a reason out of the list');
      given(made, accepted)
        .when(wish(ending, 'p-dee', { reason: 'fed_up' }))
        .thenRefused('The ending of a referral has a reason out of the list');
    }
    given(made).when(wish('RejectReferral')).thenRefused('The ending of a referral has a reason out of the list');
  });

  it('rests and goes on from where it stood', () => {
    const held = moved('ReferralPutOnHold');
    const resumed = moved('ReferralResumed');
    given(made, accepted).when(wish('PutReferralOnHold')).then(held);
    given(made, accepted, held).when(wish('ResumeReferral')).then(resumed);
    given(made, accepted, held, resumed)
      .when(wish('CompleteReferral'))
      .then(moved('ReferralCompleted', 'p-dee', { reason: 'completed' }));
    given(made, held, resumed).when(wish('AcceptReferral')).then(accepted);
    given(made, accepted, held).when(wish('CompleteReferral')).thenRefused('Only an accepted referral is completed');
  });

  it('goes on from where it stood when it is reopened', () => {
    const closed = moved('ReferralClosed', 'p-ana', { reason: 'lost_contact' });
    const reopened = moved('ReferralReopened', 'p-ana', { reason: 'came_back' });
    given(made, accepted, closed)
      .when(wish('ReopenReferral', 'p-ana', { reason: 'came_back' }))
      .then(reopened);
    given(made, accepted, closed).when(wish('ReopenReferral', 'p-ana')).thenRefused('A referral is reopened for a reason');
    given(made, accepted, closed, reopened)
      .when(wish('CloseReferral', 'p-ana', { reason: 'lost_contact' }))
      .then(closed);
    given(made, accepted, closed, reopened)
      .when(wish('CompleteReferral'))
      .then(moved('ReferralCompleted', 'p-dee', { reason: 'completed' }));
    given(made, accepted)
      .when(wish('ReopenReferral', 'p-ana', { reason: 'x' }))
      .thenRefused('Only an ended referral is reopened');
  });

  it('is cancelled by either side, who says so by itself', () => {
    const reason = { reason: 'withdrew' };
    for (const [actor, by] of [
      ['p-ana', 'requester'],
      ['p-dee', 'target'],
      ['p-ben', 'client'],
      [undefined, 'system'],
    ] as const) {
      given(made, accepted)
        .when({ ...wish('CancelReferral', actor ?? '', reason), actor })
        .then({ ...moved('ReferralCancelled', actor ?? '', { by, ...reason }), actor });
    }
  });

  it('is cancelled in the name of another by the system alone', () => {
    const asked = { reason: 'withdrew', by: 'client' };
    given(made)
      .when(wish('CancelReferral', 'p-clerk', asked))
      .then(moved('ReferralCancelled', 'p-clerk', asked));
    given(made)
      .when(wish('CancelReferral', 'p-ana', asked))
      .thenRefused('Only the system acts in the name of another');
  });

  it('lets its cancellation be requested once', () => {
    const requested = moved('ReferralCancellationRequested', 'p-ben', { by: 'client' });
    given(made).when(wish('RequestReferralCancellation', 'p-ben')).then(requested);
    given(made, requested).when(wish('AcceptReferral')).then(accepted);
  });

  it('stays in error once it was entered in error', () => {
    const inError = moved('ReferralEnteredInError', 'p-ana');
    given(made, accepted).when(wish('EnterReferralInError', 'p-ana')).then(inError);
    given(made, inError).when(wish('AcceptReferral')).thenRefused('Only a referral that waits for an answer is accepted');
    given(inError).when(make()).thenRefused('A referral is made once');
  });

  it('sees nothing happen before it is made', () =>
    given(made)
      .when({ ...wish('AcceptReferral'), at: hour(8) })
      .thenRefused('Nothing happens to a referral before it is made'));
});
