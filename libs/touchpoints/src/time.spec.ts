import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { formatInstant, parseInstant } from './time.ts';

/** All that Date can say, and so RFC 3339 too: the years 0000 to 9999. */
const instants = fc.integer({ min: Date.parse('0000-01-01T00:00:00Z'), max: Date.parse('9999-12-31T23:59:59.999Z') });

describe('An instant', () => {
  it('is written as Date writes it, without the fraction where it falls on a whole second', () => {
    fc.assert(
      fc.property(instants, fc.boolean(), (instant, whole) => {
        const at = whole ? Math.floor(instant / 1000) * 1000 : instant;
        expect(formatInstant(at)).toBe(new Date(at).toISOString().replace('.000Z', 'Z'));
      }),
    );
  });

  it('is read as it was written', () => {
    fc.assert(fc.property(instants, (instant) => expect(parseInstant(formatInstant(instant))).toBe(instant)));
  });

  it('is written without what a millisecond has of fractions', () => {
    expect(formatInstant(Date.parse('2026-03-02T09:30:00.120Z') + 0.9)).toBe('2026-03-02T09:30:00.120Z');
  });

  it.each([
    ['2026-03-02T09:30:00+01:00', '2026-03-02T08:30:00Z'],
    ['2026-03-02t09:30:00.5z', '2026-03-02T09:30:00.500Z'],
    ['2024-02-29T23:59:59-00:30', '2024-03-01T00:29:59Z'],
  ])('%s is %s', (text, utc) => {
    expect(formatInstant(parseInstant(text))).toBe(utc);
  });

  it.each([
    '2025-02-29T00:00:00Z',
    '2026-03-02T24:00:00Z',
    '2026-12-31T23:59:60Z',
    '2026-03-02 09:30:00Z',
    '2026-03-02',
    '2026-13-01T00:00:00Z',
  ])('is not what %s says', (text) => {
    expect(parseInstant(text)).toBeNaN();
  });
});
