import { Seeded } from './seeded.ts';

const some = (seed: number): number[] => {
  const noise = new Seeded(seed);
  return Array.from({ length: 1000 }, () => noise.fraction());
};

describe('Seeded noise', () => {
  it('is the same for the same seed and another for the next', () => {
    expect(some(7)).toEqual(some(7));
    expect(some(7)).not.toEqual(some(8));
  });

  it.each([0, 1, 2, -5, 2 ** 31])('spreads over [0, 1) from seed %d', (seed) => {
    const mean = some(seed).reduce((sum, x) => sum + x, 0) / 1000;
    expect(mean).toBeGreaterThan(0.45);
    expect(mean).toBeLessThan(0.55);
    expect(some(seed).every((x) => x >= 0 && x < 1)).toBe(true);
  });

  it('shuffles without losing or doubling', () => expect(new Seeded(3).shuffled([1, 2, 3, 4, 5]).sort()).toEqual([1, 2, 3, 4, 5]));

  it('refuses to pick from nothing', () => expect(() => new Seeded(1).oneOf([])).toThrow('nothing to pick'));
});
