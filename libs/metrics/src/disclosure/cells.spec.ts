import fc from 'fast-check';
import { isHidden, isSmall, show } from './cells.ts';
import { policies, type Policy } from './policies.ts';
import { roundTo } from './rounding.ts';
import { cell, hidden } from './testing/drafts.ts';

describe('A cell', () => {
  it.each<[string, number, number, boolean]>([
    ['of nobody is shown', 0, 0, false],
    ['of ten is hidden', 0, 10, true],
    ['of eleven with none is shown', 0, 11, false],
    ['of eleven with all is shown', 11, 11, false],
    ['with one is hidden', 1, 50, true],
    ['with all but one is hidden', 49, 50, true],
    ['with eleven of twenty-two is shown', 11, 22, false],
    ['with a fraction of one is hidden', 0.5, 50, true],
  ])('%s', (_, k, n, expected) => expect(isHidden(cell(k, n), policies.public)).toBe(expected));

  it('hides its denominator, its numerator, its value and its interval together', () =>
    expect(show(cell(3, 50, { n_immature: 20 }), policies.public)).toMatchObject({ ...hidden, n_immature: 20 }));

  it('keeps its figures when a count beside it is small, which hides only itself', () =>
    expect(show(cell(20, 50, { n_immature: 3, n_censored: 0 }), policies.public)).toMatchObject({
      value: 0.4,
      n: 50,
      n_immature: null,
      n_censored: 0,
      suppressed: false,
    }));

  it('shows everything under none, and from five on under named', () => {
    expect(show(cell(1, 3), policies.none)).toMatchObject({ n: 3, k: 1, suppressed: false });
    expect(show(cell(5, 10), policies.named)).toMatchObject({ n: 10, k: 5, suppressed: false });
    expect(show(cell(4, 10), policies.named)).toMatchObject(hidden);
  });

  it('shows no median of fewer than k, and no share from which a small count could be worked out', () => {
    const statistics = {
      median: { value: -5, of: 12 },
      baseline: { value: 14, of: 8 },
      improved: { value: 0.75, of: 12, betrays: [9, 3] },
      deteriorated: { value: 0, of: 12, betrays: [0, 12] },
    };
    expect(show({ ...cell(12, 24), statistics }, policies.public)).toMatchObject({
      median: -5,
      baseline: null,
      improved: null,
      deteriorated: 0,
    });
  });

  it('lets nobody work out, from what is left in its row, a count that is hidden', () =>
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 60 }),
        fc.integer({ min: 0, max: 60 }),
        fc.constantFrom(policies.public, policies.named),
        (k, more, policy) => {
          const n = k + more;
          const shown = show(cell(k, n), policy);
          if (shown.suppressed)
            expect([shown.n, shown.k, shown.value, shown.lower, shown.upper, shown.n_mature]).toEqual(Array(6).fill(null));
          else expect([n, k, n - k].some((count) => isSmall(count, policy))).toBe(false);
        },
      ),
    ));
});

describe('Rounding', () => {
  const nhs: Policy = { name: 'nhs', version: 'nhs/1', k: 8, base: 5, wholeDays: false };

  it('is that of the NHS (METRICS C17)', () => {
    const shown = (count: number): number | null => (isSmall(count, nhs) ? null : roundTo(count, nhs.base));
    expect([0, 1, 7, 8, 12, 13, 22, 23].map(shown)).toEqual([0, null, null, 10, 10, 15, 20, 25]);
  });

  it('makes shares of rounded counts', () =>
    expect(show(cell(13, 48), nhs)).toMatchObject({ n: 50, k: 15, value: 0.3, n_mature: 50, suppressed: false }));

  it('is no part of the policies that are named', () => expect(Object.values(policies).map(({ base }) => base)).toEqual([1, 1, 1]));
});
