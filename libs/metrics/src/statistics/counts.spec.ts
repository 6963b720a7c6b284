import { byar, countLimits, exactPoisson, shareRatio } from './counts.ts';

describe('The limits of a count', () => {
  it("are exact for nine: [4.115373, 17.084803], where Byar's formula says [4.106885, 17.085780]", () => {
    expect(countLimits(9)).toEqual({ lower: expect.closeTo(4.115373, 6), upper: expect.closeTo(17.084803, 6) });
    expect(byar(9)).toEqual({ lower: expect.closeTo(4.106885, 6), upper: expect.closeTo(17.08578, 5) });
  });

  it('are exact for one: −ln(.975), and the mean under which one or none has a chance of .025', () => {
    const { lower, upper } = countLimits(1);
    expect(lower).toBeCloseTo(-Math.log(0.975), 12);
    expect(Math.exp(-upper!) * (1 + upper!)).toBeCloseTo(0.025, 12);
  });

  it('begin at 0 for none, up to −ln(.025)', () =>
    expect(countLimits(0)).toEqual({ lower: 0, upper: expect.closeTo(-Math.log(0.025), 12) }));

  it("are Byar's from ten on, which come closer to the exact ones the more there are", () => {
    expect(countLimits(10)).toEqual(byar(10));
    expect(byar(1000).lower! - exactPoisson(1000).lower!).toBeCloseTo(0, 2);
    expect(byar(1000).upper! - exactPoisson(1000).upper!).toBeCloseTo(0, 2);
  });
});

describe('A share against a known one', () => {
  it('is .681818 [.445345, 1.043856] for 18 of 120 against 22 %', () =>
    expect(shareRatio(18, 120, 0.22)).toEqual({
      value: expect.closeTo(0.681818, 6),
      lower: expect.closeTo(0.445345, 6),
      upper: expect.closeTo(1.043856, 6),
    }));

  it('has no limits for none', () => expect(shareRatio(0, 120, 0.22)).toEqual({ value: 0, lower: null, upper: null }));
  it('is undefined for nobody', () => expect(shareRatio(0, 0, 0.22).value).toBeNull());
});
