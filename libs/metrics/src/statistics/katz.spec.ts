import { katz } from './katz.ts';

describe("Katz's interval", () => {
  it('is that of the relative risk, less one: 32 of 100 against 25 of 100', () => {
    const reach = 1.959963984540054 * Math.sqrt(1 / 32 - 1 / 100 + 1 / 25 - 1 / 100);
    expect(katz([32, 100], [25, 100])).toEqual({
      relative: expect.closeTo(0.28, 12),
      relative_lower: expect.closeTo(1.28 * Math.exp(-reach) - 1, 12),
      relative_upper: expect.closeTo(1.28 * Math.exp(reach) - 1, 12),
    });
  });

  it('of none against some is −1 without limits', () =>
    expect(katz([0, 40], [9, 40])).toEqual({ relative: -1, relative_lower: null, relative_upper: null }));

  it.each([
    ['none', [9, 40], [0, 40]],
    ['nobody', [9, 40], [0, 0]],
  ] as const)('is undefined against %s', (_, a, b) =>
    expect(katz(a, b)).toEqual({ relative: null, relative_lower: null, relative_upper: null }),
  );

  it('is undefined for nobody', () => expect(katz([0, 0], [9, 40]).relative).toBeNull());
  it('has no width when everybody is counted on both sides', () =>
    expect(katz([7, 7], [5, 5])).toEqual({ relative: 0, relative_lower: 0, relative_upper: 0 }));
});
