import { specFor } from '../testing/given.ts';
import { hour, made, moved, wish } from '../testing/referrals.ts';
import { referralDecider } from './decide.ts';
import type { ReferralFact } from './events.ts';

const given = specFor(referralDecider);
const accepted = moved('ReferralAccepted');

describe('A session', () => {
  const data = { sessionId: 's-1', kind: 'treatment', at: hour(15) };
  const session = (type: ReferralFact['type']) => ({ ...accepted, type, data: { referralId: 'r-17', ...data } }) as ReferralFact;

  it('is booked and attended', () => {
    given(made, accepted)
      .when(wish('BookSession', 'p-dee', data))
      .then(session('SessionBooked'));
    given(made, accepted, session('SessionBooked'))
      .when(wish('AttendSession', 'p-dee', data))
      .then(session('SessionAttended'));
  });

  it('needs an open referral that was accepted', () => {
    const rule = 'Sessions belong to an open referral that was accepted';
    given(made)
      .when(wish('BookSession', 'p-dee', data))
      .thenRefused(rule);
    given(made, accepted, moved('ReferralCompleted'))
      .when(wish('AttendSession', 'p-dee', data))
      .thenRefused(rule);
    given(made, accepted, moved('ReferralPutOnHold'))
      .when(wish('BookSession', 'p-dee', data))
      .thenRefused(rule);
  });

  it('may be attended unannounced, or after all', () => {
    given(made, accepted)
      .when(wish('AttendSession', 'p-dee', data))
      .then(session('SessionAttended'));
    given(made, accepted, session('SessionBooked'), session('SessionMissed'))
      .when(wish('AttendSession', 'p-dee', data))
      .then(session('SessionAttended'));
  });

  it('is missed or cancelled when it was booked', () => {
    const rule = 'Only a session that is booked is missed or cancelled';
    given(made, accepted, session('SessionBooked'))
      .when(wish('MissSession', 'p-dee', data))
      .then(session('SessionMissed'));
    given(made, accepted, session('SessionBooked'))
      .when(wish('CancelSession', 'p-ben', data))
      .then({ ...session('SessionCancelled'), actor: 'p-ben' });
    given(made, accepted)
      .when(wish('MissSession', 'p-dee', data))
      .thenRefused(rule);
    given(made, accepted, session('SessionAttended'))
      .when(wish('CancelSession', 'p-dee', data))
      .thenRefused(rule);
  });

  it('is booked once', () =>
    given(made, accepted, session('SessionBooked'), session('SessionCancelled'))
      .when(wish('BookSession', 'p-dee', data))
      .thenRefused('A session is booked once'));
});
