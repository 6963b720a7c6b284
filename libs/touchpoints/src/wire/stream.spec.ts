import { eventOf } from '../testing/events.ts';
import { streamId, streamKind, streamOf } from './stream.ts';

describe('A stream', () => {
  it('is named by kind and id', () => {
    const stream = streamOf(eventOf('ReferralAccepted', { referralId: 'r-17' }));
    expect([stream, streamKind(stream), streamId(stream)]).toEqual(['referral/r-17', 'referral', 'r-17']);
  });
});
