import { zeroOf } from './zero-of.ts';

describe('The zero of a function', () => {
  it.each([
    ['x² − 2', { f: (x: number) => x * x - 2, high: 2, zero: Math.SQRT2 }],
    ['cos x', { f: Math.cos, high: 3, zero: Math.PI / 2 }],
    ['x⁹ − 1e-9, nearly flat', { f: (x: number) => x ** 9 - 1e-9, high: 10, zero: 0.1 }],
    ['1 − x, falling', { f: (x: number) => 1 - x, high: 5, zero: 1 }],
  ])('of %s is found', (_, { f, high, zero }) => expect(zeroOf(f, 0, high)).toBeCloseTo(zero, 12));

  it('is the end that is nearer to 0 where the sign does not change', () => {
    expect(zeroOf((x) => x + 1, 0, 4)).toBe(0);
    expect(zeroOf((x) => 5 - x, 0, 4)).toBe(4);
  });
});
