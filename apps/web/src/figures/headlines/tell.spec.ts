import { back, backTogether, booked, felt, hidden, share, waited } from '../../testing/answers.ts';
import { tellComparison, tellConversion, tellLatency, tellOutcome, tellRetention } from './tell.ts';

const groups = { introduced: share(64, 150), directory: share(50, 150) };

describe('A headline', () => {
  it('tells a share with interval, counts and meaning', () => {
    const told = tellConversion(booked(groups));
    expect(told).toMatchObject({ state: 'shown', value: 0.38, beside: ['95 % interval 33.0 – 43.0 %', '114 of 300'] });
    expect(told.sentence).toBe('Of 100 people who came to an evening, 38 had a session booked within 30 days.');
  });

  it('says when a difference may be chance', () => {
    const comparison = { difference: 0.09, lower: -0.02, upper: 0.2, relative: 0.28, relative_lower: -0.04, relative_upper: 0.7 };
    const told = tellComparison(booked(groups, { ...comparison, suppressed: false }));
    expect([told.value, told.unit, ...told.beside]).toEqual([
      0.28,
      'more often',
      '95 % interval: 4.0 % less to 70.0 % more often',
      '64 of 150 and 50 of 150',
    ]);
    expect(told.sentence).toContain('may be chance');
  });

  it('is hidden when a side of its comparison is', () => {
    expect(tellComparison(booked({ introduced: hidden }, { suppressed: true, difference: null })).state).toBe('hidden');
  });

  it('compares waits by their medians', () => {
    const told = tellLatency(waited([], { introduced: 41, directory: 50 }, { sooner: 0.18, sooner_lower: null, sooner_upper: null }));
    expect([told.unit, told.beside]).toEqual(['sooner', ['348 referrals']]);
    expect(told.sentence).toContain('after 41 days, of those from the directory after 50');
  });

  it('is hidden when all waits are', () => {
    expect(tellLatency({ ...waited([], {}), ...hidden }).state).toBe('hidden');
  });

  it('waits for medians that are not reached', () => {
    expect(tellLatency(waited([], { introduced: 41, directory: null })).state).toBe('immature');
  });

  it('tells how many were back in the month after, once it is over', () => {
    expect(tellRetention(backTogether([share(1, 2), share(250, 300)])).value).toBeCloseTo(0.833, 3);
    expect(tellRetention(backTogether([share(1, 2), share(0, 0, 300)])).state).toBe('immature');
    expect(tellRetention(back({})).state).toBe('empty');
  });

  it('tells a change by its median, in points', () => {
    expect(tellOutcome(felt(-5))).toMatchObject({ value: -5, unit: 'points' });
    expect(tellOutcome(felt(null)).state).toBe('hidden');
  });
});
