import { daysBetween } from './days.ts';

const days = daysBetween(Date.parse('2026-01-12T09:00:00Z'), Date.parse('2026-01-15T12:00:00Z'));

describe('The days of the V slider', () => {
  it('are counted back from the end, which is exact', () => {
    expect([0, 1, 2, 3].map(days.at)).toEqual([
      '2026-01-12T12:00:00Z',
      '2026-01-13T12:00:00Z',
      '2026-01-14T12:00:00Z',
      '2026-01-15T12:00:00Z',
    ]);
    expect(days.count).toBe(3);
  });

  it('hold the nearest place of any instant', () => {
    expect(['2025-01-01T00:00:00Z', '2026-01-13T15:00:00Z', '2027-01-01T00:00:00Z'].map(days.indexOf)).toEqual([0, 1, 3]);
  });
});
