import { eventOf } from '../testing/events.ts';
import { applyCorrection } from './apply-correction.ts';

const made = eventOf(
  'ReferralMade',
  { referralId: 'r-1', personId: 'p-1', practitionerId: 'p-2', communityId: 'c-1', source: { kind: 'directory', ref: 'l-1' } },
  { precision: 'day', timeto: '2026-03-02T12:00:00Z' },
);

describe('A corrected event', () => {
  it('reads as the patch says, and as before elsewhere', () =>
    expect(applyCorrection(made, { time: '2026-03-01T10:00:00+01:00', data: { practitionerId: 'p-3', referrerId: 'p-9' } })).toEqual({
      ...made,
      time: '2026-03-01T09:00:00Z',
      data: { ...made.data, referrerId: 'p-9', practitionerId: 'p-3' },
    }));

  it('loses what the patch takes away, at any depth', () => {
    const { precision: _, timeto: __, ...exact } = made;
    const patch = { precision: null, timeto: null, data: { source: { ref: null } } };
    expect(applyCorrection(made, patch)).toEqual({ ...exact, data: { ...made.data, source: { kind: 'directory' } } });
  });

  it('stays in its stream', () =>
    expect(() => applyCorrection(made, { data: { referralId: 'r-2' } })).toThrow(
      'subject must be referral/r-2, the stream that data.referralId names',
    ));

  it('is held to the shape of its type', () => {
    expect(() => applyCorrection(made, { data: { personId: null } })).toThrow('data.personId is required');
    expect(() => applyCorrection(made, { data: { mood: 'low' } })).toThrow('data.mood is not a field here');
    expect(() => applyCorrection(made, { timeto: '2026-03-02T09:00:00Z' })).toThrow('timeto must not be before time');
  });

  it('leaves the event it corrects alone', () => {
    const before = structuredClone(made);
    applyCorrection(made, { data: { source: { ref: 'l-2' } } });
    expect(made).toEqual(before);
  });
});
