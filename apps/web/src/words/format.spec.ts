import { clock, cohortMonth, count, dateAndTime, days, interval, longDate, percent, roundPercent, score, zoneName } from './format.ts';

describe('Numbers', () => {
  it('are written as people read them', () => {
    expect([count(7253), percent(0.38), roundPercent(0.385), days(46.979), interval(0.3269, 0.4361), score(-5)]).toEqual([
      '7,253',
      '38.0 %',
      '39 %',
      '47',
      '32.7 – 43.6 %',
      '−5',
    ]);
  });

  it('have no sign when they round to zero', () => {
    expect(percent(-0.0001)).toBe('0.0 %');
  });
});

describe('Instants', () => {
  it('are told in the days of the community', () => {
    expect(longDate('2026-10-25T23:30:00Z', 'Europe/Amsterdam')).toBe('26 October 2026');
    expect(clock('2026-07-01T23:30:00Z', 'Europe/Amsterdam')).toBe('01:30');
    expect(dateAndTime('2026-03-05T17:48:00Z', 'UTC')).toBe('5 Mar 2026, 17:48');
    expect([zoneName('Europe/Amsterdam'), zoneName('UTC')]).toEqual(['Amsterdam time', 'UTC']);
  });

  it('name a cohort by its month', () => {
    expect(cohortMonth('2026-02')).toBe('February 2026');
  });
});
