import { DAY, parseInstant } from '@kithline/touchpoints';
import fc from 'fast-check';
import { Calendars } from './calendars.ts';
import { periodStarts, type Unit } from './local-periods.ts';
import { offsetsOf } from './time-zone.ts';

const at = parseInstant;
const span = (from: string, to: string) => ({ from: at(from), to: at(to) });
const starts = (zone: string, unit: Unit, from: string, to: string) =>
  [...new Calendars([{ id: 'c', timeZone: zone }], span(from, to)).periods(unit).get('c')!].map((start) =>
    new Date(start).toISOString().slice(0, 16),
  );

describe('Local periods', () => {
  it('have days of 23 and 25 hours where clocks change', () => {
    expect(starts('Europe/Vienna', 'day', '2026-03-28T12:00:00Z', '2026-03-30T12:00:00Z')).toEqual([
      '2026-03-27T23:00',
      '2026-03-28T23:00',
      '2026-03-29T22:00',
      '2026-03-30T22:00',
    ]);
    expect(starts('Europe/Vienna', 'day', '2026-10-25T12:00:00Z', '2026-10-25T12:00:00Z')).toEqual([
      '2026-10-24T22:00',
      '2026-10-25T23:00',
    ]);
  });

  it('begin at one where midnight is skipped', () =>
    // São Paulo put its clocks forward at midnight of 2018-11-04: 00:00 became 01:00
    expect(starts('America/Sao_Paulo', 'day', '2018-11-03T12:00:00Z', '2018-11-04T12:00:00Z')).toEqual([
      '2018-11-03T03:00',
      '2018-11-04T03:00',
      '2018-11-05T02:00',
    ]));

  it('begin at the second one where midnight takes the clocks back to the day before', () =>
    // São Paulo, 2018-02-18: at 00:00 it was 23:00 of the 17th again
    expect(starts('America/Sao_Paulo', 'day', '2018-02-17T12:00:00Z', '2018-02-18T12:00:00Z')).toEqual([
      '2018-02-17T02:00',
      '2018-02-18T03:00',
      '2018-02-19T03:00',
    ]));

  it('count a date that never was as a day without an instant', () =>
    // Samoa went from 2011-12-29 to 2011-12-31
    expect(starts('Pacific/Apia', 'day', '2011-12-29T20:00:00Z', '2011-12-30T20:00:00Z')).toEqual([
      '2011-12-29T10:00',
      '2011-12-30T10:00',
      '2011-12-30T10:00',
      '2011-12-31T10:00',
    ]));

  it('begin weeks on Monday, months on the first, quarters with January, April, July and October', () => {
    expect(starts('UTC', 'week', '2026-03-04T00:00:00Z', '2026-03-04T00:00:00Z')).toEqual(['2026-03-02T00:00', '2026-03-09T00:00']);
    expect(starts('Europe/London', 'month', '2026-03-31T23:30:00Z', '2026-04-30T22:59:59Z')).toEqual([
      '2026-03-31T23:00',
      '2026-04-30T23:00',
    ]);
    expect(starts('Asia/Kolkata', 'quarter', '2025-12-31T18:30:00Z', '2026-01-01T00:00:00Z')).toEqual([
      '2025-12-31T18:30',
      '2026-03-31T18:30',
    ]);
  });

  it('hold exactly the instants with their local date, in any zone', () => {
    const zones = [
      'Europe/Vienna',
      'America/St_Johns',
      'Australia/Lord_Howe',
      'Africa/Casablanca',
      'Asia/Kathmandu',
      'America/Havana',
      'Asia/Beirut',
    ];
    fc.assert(
      fc.property(
        fc.constantFrom(...zones),
        fc.integer({ min: at('1990-01-01T00:00:00Z'), max: at('2030-01-01T00:00:00Z') }),
        (timeZone, instant) => {
          const calendars = new Calendars([{ id: 'c', timeZone }], { from: instant, to: instant });
          const [start, end] = calendars.periods('day').get('c')!;
          const date = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' });
          expect(start).toBeLessThanOrEqual(instant);
          expect(end).toBeGreaterThan(instant);
          expect(date.format(start)).toBe(date.format(instant));
          expect(date.format(start! - 1) < date.format(instant)).toBe(true);
          expect(calendars.localDate('c', instant)).toBe(date.format(instant));
        },
      ),
      { numRuns: 300 },
    );
  });

  it('agree with UTC counted by division', () => {
    const { from, to } = span('2000-01-01T00:00:00Z', '2020-01-01T00:00:00Z');
    const days = periodStarts('day', offsetsOf(null, from, to), from, to);
    expect(days.length).toBe((to - from) / DAY + 2);
    expect([...days].every((start, index) => start === from + index * DAY)).toBe(true);
  });

  it('share one array among communities of one zone, and go by UTC where there is none', () => {
    const communities = [
      { id: 'a', timeZone: 'Europe/Vienna' },
      { id: 'b', timeZone: 'Europe/Vienna' },
      { id: 'c', timeZone: null },
      { id: 'd', timeZone: 'Mars/Olympus' },
    ];
    const calendars = new Calendars(communities, span('2026-01-01T00:00:00Z', '2026-02-01T00:00:00Z'));
    const periods = calendars.periods('day');
    expect(periods.get('a')).toBe(periods.get('b'));
    expect(periods.get('c')).toBe(periods.get(null));
    expect(periods.get('d')).toBe(periods.get(null));
    expect(calendars.zoneUnknown).toBe(true);
    expect(new Calendars(communities.slice(0, 2), span('2026-01-01T00:00:00Z', '2026-02-01T00:00:00Z')).zoneUnknown).toBe(false);
  });
});

describe('Cohort labels', () => {
  const calendars = new Calendars([{ id: 'c', timeZone: 'Europe/Vienna' }], span('2020-01-01T00:00:00Z', '2027-01-01T00:00:00Z'));
  const label = (unit: Unit, start: string) => calendars.label(unit, { community: 'c', start: at(start) });

  it('name days, ISO weeks, months and quarters', () => {
    expect(label('day', '2026-03-01T23:00:00Z')).toBe('2026-03-02');
    expect(label('week', '2026-03-01T23:00:00Z')).toBe('2026-W10');
    expect(label('month', '2026-02-28T23:00:00Z')).toBe('2026-03');
    expect(label('quarter', '2026-09-30T22:00:00Z')).toBe('2026-Q4');
  });

  it('give a week to the year of its Thursday', () => {
    expect(label('week', '2020-12-27T23:00:00Z')).toBe('2020-W53');
    expect(label('week', '2024-12-29T23:00:00Z')).toBe('2025-W01');
    expect(label('week', '2027-01-03T23:00:00Z')).toBe('2027-W01');
  });

  it('name elapsed buckets by their UTC date, and by the instant where they are no whole days', () => {
    expect(calendars.label({ elapsed: 7 * DAY }, { community: null, start: at('2026-03-02T00:00:00Z') })).toBe('2026-03-02');
    expect(calendars.label({ elapsed: DAY / 2 }, { community: null, start: at('2026-03-02T12:00:00Z') })).toBe('2026-03-02T12:00:00Z');
  });
});
