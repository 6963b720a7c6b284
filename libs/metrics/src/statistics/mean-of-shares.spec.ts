import { meanOfShares } from './mean-of-shares.ts';
import { wilson } from './wilson.ts';

const share = (k: number, n: number) => ({ value: n === 0 ? null : k / n, ...wilson(k, n) });

describe('The plain mean of shares', () => {
  it('weighs a small cohort like a large one, and has an interval recovered from theirs', () => {
    const [small, large] = [share(1, 2), share(10, 100)];
    expect(meanOfShares([small, large])).toEqual({
      value: expect.closeTo(0.3, 12),
      lower: expect.closeTo(0.3 - Math.hypot(0.5 - small.lower!, 0.1 - large.lower!) / 2, 12),
      upper: expect.closeTo(0.3 + Math.hypot(small.upper! - 0.5, large.upper! - 0.1) / 2, 12),
    });
  });

  it('of one share is that share', () => {
    const { value, lower, upper } = meanOfShares([share(38, 100)]);
    expect([value, lower, upper]).toEqual([0.38, expect.closeTo(wilson(38, 100).lower!, 12), expect.closeTo(wilson(38, 100).upper!, 12)]);
  });

  it('leaves out cohorts of nobody, and is undefined when there is no other', () => {
    expect(meanOfShares([share(0, 0), share(1, 2)]).value).toBe(0.5);
    expect(meanOfShares([share(0, 0)])).toEqual({ value: null, lower: null, upper: null });
  });
});
