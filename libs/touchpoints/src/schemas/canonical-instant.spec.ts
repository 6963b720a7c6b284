import { canonicalInstant } from './canonical-instant.ts';

describe('The one spelling of a date-time', () => {
  it.each([
    ['2026-03-02T10:00:00Z', '2026-03-02T10:00:00Z'],
    ['2026-03-02t10:00:00z', '2026-03-02T10:00:00Z'],
    ['2026-03-02T10:00:00+00:00', '2026-03-02T10:00:00Z'],
    ['2026-03-02T00:30:00+01:00', '2026-03-01T23:30:00Z'],
    ['2026-12-31T23:30:00.250-01:30', '2027-01-01T01:00:00.25Z'],
    ['2026-03-02T10:00:00.000Z', '2026-03-02T10:00:00Z'],
    ['2026-03-02T10:00:00.1234567890Z', '2026-03-02T10:00:00.123456789Z'],
    ['1969-12-31T23:59:59.9Z', '1969-12-31T23:59:59.9Z'],
    ['0000-01-01T00:00:00Z', '0000-01-01T00:00:00Z'],
  ])('of %s is %s', (text, spelt) => {
    expect(canonicalInstant(text)).toBe(spelt);
    expect(canonicalInstant(spelt)).toBe(spelt);
  });

  it.each([
    '',
    'now',
    '2026-03-02',
    '2026-02-29T10:00:00Z',
    '2026-03-02T24:00:00Z',
    '2026-03-02T10:00:60Z',
    '2026-03-02T10:00:00',
    '2026-03-02T10:00:00.Z',
  ])('is not there for %p', (text) => expect(canonicalInstant(text)).toBeUndefined());

  it('is not there beyond the years that can be written', () => {
    expect(canonicalInstant('0000-01-01T00:00:00+00:01')).toBeUndefined();
    expect(canonicalInstant('9999-12-31T23:59:59-00:01')).toBeUndefined();
  });
});
