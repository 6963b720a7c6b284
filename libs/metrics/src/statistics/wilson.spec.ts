import * as fc from 'fast-check';
import { wilson } from './wilson.ts';

describe("Wilson's interval", () => {
  it.each([
    [38, 100, 0.290976, 0.477902],
    [7, 12, 0.319511, 0.80674],
    [3, 8, 0.136844, 0.694258],
  ])('of %d in %d is [%d, %d]', (k, n, lower, upper) => {
    expect(wilson(k, n).lower).toBeCloseTo(lower, 6);
    expect(wilson(k, n).upper).toBeCloseTo(upper, 6);
  });

  it('begins at 0 exactly for none of twelve', () => expect(wilson(0, 12)).toEqual({ lower: 0, upper: expect.closeTo(0.242494, 6) }));
  it('ends at 1 exactly for all of twelve', () => expect(wilson(12, 12)).toEqual({ lower: expect.closeTo(0.757506, 6), upper: 1 }));
  it('is undefined for nobody', () => expect(wilson(0, 0)).toEqual({ lower: null, upper: null }));

  it('holds the share within [0, 1], also of fractional credits', () =>
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e6 }), fc.double({ min: 0, max: 1, noNaN: true }), (n, share) => {
        const { lower, upper } = wilson(share * n, n);
        expect(0 <= lower! && lower! <= share + 1e-12 && share - 1e-12 <= upper! && upper! <= 1).toBe(true);
      }),
    ));
});
