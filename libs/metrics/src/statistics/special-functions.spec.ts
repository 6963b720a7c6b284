import { createRequire } from 'node:module';
import { chiSquareTail, gammaExceededWith, Z } from './special-functions.ts';

describe('The upper tail of chi-square', () => {
  it.each([
    [3.841458820694124, 1, 0.05],
    [179.690041764823, 1, 5.6636589026181e-41],
    [260.47, 1, 1.3554007283331883e-58],
    [1400, 1, 2.1010145162642754e-306],
  ])('keeps the digits of pchisq(%d, %d, lower.tail = FALSE) = %d', (x, df, p) => expect(chiSquareTail(x, df) / p).toBeCloseTo(1, 11));

  it.each([10, 260, 1000])('of two degrees is exp(−x / 2), also at %d', (x) => {
    expect(chiSquareTail(x, 2) / Math.exp(-x / 2)).toBeCloseTo(1, 11);
  });

  it.each([10, 260, 1000])('of four degrees is exp(−x / 2)(1 + x / 2), also at %d', (x) => {
    expect(chiSquareTail(x, 4) / (Math.exp(-x / 2) * (1 + x / 2))).toBeCloseTo(1, 11);
  });

  it('is everything at zero', () => expect(chiSquareTail(0, 3)).toBe(1));
});

describe('The gamma quantile', () => {
  it.each([
    [9, 0.975, 4.115373097378335],
    [10, 0.025, 17.08480345141917],
    [1, 0.975, -Math.log(0.975)],
  ])('of shape %d that is exceeded with probability %d is %d', (shape, tail, x) => {
    expect(gammaExceededWith(tail, shape)).toBeCloseTo(x, 12);
  });
});

describe('Z', () => {
  it('is the normal quantile of the same library', () => {
    const { ndtri } = createRequire(import.meta.url)('cephes') as { ndtri: (p: number) => number };
    expect(Z).toBe(ndtri(0.975));
  });
});
