import * as fc from 'fast-check';
import { newcombe } from './newcombe.ts';

const counts = fc.integer({ min: 1, max: 500 }).chain((n) => fc.tuple(fc.nat(n), fc.constant(n)));

describe("Newcombe's interval", () => {
  it('of 45 in 90 against 30 in 85 is .147059 [.000581, .284620]', () =>
    expect(newcombe([45, 90], [30, 85])).toEqual({
      difference: expect.closeTo(0.147059, 6),
      lower: expect.closeTo(0.000581, 6),
      upper: expect.closeTo(0.28462, 6),
    }));

  it('is undefined when a side is of nobody', () => {
    const undefinedDifference = { difference: null, lower: null, upper: null };
    expect(newcombe([0, 0], [3, 8])).toEqual(undefinedDifference);
    expect(newcombe([3, 8], [0, 0])).toEqual(undefinedDifference);
  });

  it('of the sides exchanged is its mirror image', () =>
    fc.assert(
      fc.property(counts, counts, (a, b) => {
        const [there, back] = [newcombe(a, b), newcombe(b, a)];
        expect(there.lower).toBeCloseTo(-back.upper!, 12);
        expect(there.lower! <= there.difference! && there.difference! <= there.upper!).toBe(true);
      }),
    ));
});
