import { describe, expect, it } from '@jest/globals';
import { bindMapping, readMapping } from './mapping.ts';

/** What a mapping makes of the text of one cell. */
function timeOf(cell: string, time: object = {}, mapping: object = {}): unknown {
  const joined = { type: 'MemberJoined', time: { column: 'when', ...time }, data: { personId: 'p', communityId: 'c' } };
  return bindMapping(readMapping(JSON.stringify({ source: 'urn:test', ...mapping, events: [joined] })), ['when', 'days'])([cell, '2.5'])[0]
    ?.time;
}

describe('A date in a table', () => {
  it.each([
    ['2026-03-02', '2026-03-02T00:00:00Z'],
    ['2026-03-02 09:30', '2026-03-02T09:30:00Z'],
    ['2026-03-02T09:30:15', '2026-03-02T09:30:15Z'],
    ['2026-03-02T09:30:15+02:00', '2026-03-02T07:30:15Z'],
    ['2021-01-05 00:31:25.931433', '2021-01-05T00:31:25.931433Z'],
    ['1861-11-21', '1861-11-21T00:00:00Z'],
  ])('is read as RFC 3339 or ISO when the mapping names no format: %s', (cell, expected) => {
    expect(timeOf(cell)).toBe(expected);
  });

  it.each([
    ['02.03.2026', 'dd.MM.yyyy', '2026-03-02T00:00:00Z'],
    ['3/2/26 2:05 PM', 'M/d/yy h:mm a', '2026-03-02T14:05:00Z'],
    ['12:00 AM 2 Mar 2026', 'hh:mm a d MMM yyyy', '2026-03-02T00:00:00Z'],
    ['20260302T0930', "yyyyMMdd'T'HHmm", '2026-03-02T09:30:00Z'],
    ['1772444400.25', 'epoch-seconds', '2026-03-02T09:40:00.25Z'],
    ['1772444400250', 'epoch-milliseconds', '2026-03-02T09:40:00.25Z'],
  ])('is read in the formats of the mapping: %s by %s', (cell, format, expected) => {
    expect(timeOf(cell, {}, { dateFormats: ['yyyy', format] })).toBe(expected);
  });

  it.each(['2026-02-30', '2026-03-02 24:10', '2026-13-01', '02.03.2026', 'soon'])('is refused when it is none: %s', (cell) => {
    expect(() => timeOf(cell)).toThrow('is not a date in any of the formats');
  });

  it('is read on the clocks of the time zone, summer and winter', () => {
    const berlin = { timeZone: 'Europe/Berlin' };
    expect(timeOf('2026-01-15 12:00', {}, berlin)).toBe('2026-01-15T11:00:00Z');
    expect(timeOf('2026-07-15 12:00', {}, berlin)).toBe('2026-07-15T10:00:00Z');
  });

  it('that clocks show twice is the first of the two, and one they skip is moved on', () => {
    const berlin = { timeZone: 'Europe/Berlin' };
    expect(timeOf('2026-10-25 02:30', {}, berlin)).toBe('2026-10-25T00:30:00Z');
    expect(timeOf('2026-03-29 02:30', {}, berlin)).toBe('2026-03-29T01:30:00Z');
  });

  it('without a time of day takes the one the mapping gives', () => {
    expect(timeOf('2026-03-02', { at: '09:30' }, { timeZone: 'America/New_York' })).toBe('2026-03-02T14:30:00Z');
    expect(timeOf('2026-03-02 08:00', { at: '09:30' })).toBe('2026-03-02T08:00:00Z');
  });

  it('is moved on by hours that pass or by months of the calendar', () => {
    expect(timeOf('2026-03-02', { plus: { column: 'days', unit: 'days' } })).toBe('2026-03-04T12:00:00Z');
    expect(timeOf('2026-03-02', { plus: { const: -90, unit: 'minutes' } })).toBe('2026-03-01T22:30:00Z');
    expect(timeOf('2026-01-31', { plus: { const: 1, unit: 'months' } })).toBe('2026-02-28T00:00:00Z');
    expect(timeOf('2024-02-29', { plus: { const: 1, unit: 'years' } })).toBe('2025-02-28T00:00:00Z');
  });
});
