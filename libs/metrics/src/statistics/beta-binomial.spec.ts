import * as fc from 'fast-check';
import { likelihoodOf } from './beta-binomial-likelihood.ts';
import { betaBinomial, shrink } from './beta-binomial.ts';
import type { Counts } from './limits.ts';

describe('Shrinkage', () => {
  it('under Beta(4, 6) does not rank 3 of 3 above 18 of 30', () => {
    const prior = { alpha: 4, beta: 6 };
    expect([shrink(prior, 3, 3), shrink(prior, 18, 30)]).toEqual([expect.closeTo(0.538, 3), expect.closeTo(0.55, 12)]);
  });

  it('gives everybody the pooled share where practitioners do not differ', () => expect(shrink({ pooled: 0.3 }, 3, 3)).toBe(0.3));
  it('of nobody is what is believed beforehand', () => expect(shrink({ alpha: 4, beta: 6 }, 0, 0)).toBe(0.4));
  it('of nobody is unknown where nothing is believed', () => expect(shrink({ alpha: 0, beta: 0 }, 0, 0)).toBeNull());
});

describe('The beta-binomial of practitioners', () => {
  // α and β: a search over the likelihood written with log-gammas
  it.each<[Counts[], number, number]>([
    [
      [
        [3, 3],
        [18, 30],
        [1, 5],
        [0, 4],
        [2, 2],
      ],
      0.665948,
      0.566999,
    ],
    [
      [
        [2, 10],
        [7, 12],
        [1, 9],
        [5, 8],
        [3, 30],
        [20, 25],
      ],
      1.283394,
      1.889366,
    ],
    [
      [
        [0, 5],
        [1, 6],
        [9, 10],
      ],
      0.385364,
      0.663265,
    ],
  ])('is the most likely one: %j', (counts, alpha, beta) =>
    expect(betaBinomial(counts)).toEqual({ alpha: expect.closeTo(alpha, 5), beta: expect.closeTo(beta, 5) }),
  );

  it('leaves out practitioners of nobody, and is unknown below three others', () => {
    expect(
      betaBinomial([
        [3, 3],
        [18, 30],
        [0, 0],
        [0, 0],
      ]),
    ).toBeNull();
    expect(
      betaBinomial([
        [3, 3],
        [18, 30],
        [1, 5],
        [0, 0],
      ]),
    ).toEqual(
      betaBinomial([
        [3, 3],
        [18, 30],
        [1, 5],
      ]),
    );
  });

  it.each<[string, Counts[], number]>([
    [
      'differ less than by chance',
      [
        [3, 10],
        [3, 10],
        [3, 10],
        [4, 10],
      ],
      13 / 40,
    ],
    [
      'had nobody come back',
      [
        [0, 4],
        [0, 9],
        [0, 2],
      ],
      0,
    ],
    [
      'had everybody come back',
      [
        [4, 4],
        [9, 9],
        [2, 2],
      ],
      1,
    ],
    [
      'have one each, which cannot show a spread',
      [
        [1, 1],
        [0, 1],
        [1, 1],
        [1, 1],
      ],
      3 / 4,
    ],
  ])('is the pooled share where they %s', (_, counts, pooled) => expect(betaBinomial(counts)).toEqual({ pooled }));

  it('leaves shares as they are where everybody has all or nothing', () => {
    const prior = betaBinomial([
      [4, 4],
      [0, 9],
      [2, 2],
      [0, 1],
    ])!;
    expect([shrink(prior, 4, 4), shrink(prior, 0, 9)]).toEqual([1, 0]);
  });

  it.each([
    [1.5, 3],
    [-1, 3],
    [4, 3],
  ])('refuses %d of %d', (x, n) =>
    expect(() =>
      betaBinomial([
        [1, 2],
        [1, 3],
        [x, n],
      ]),
    ).toThrow(/is no count of a share/),
  );

  it('of thousands of large practitioners finds the spread that they were given', () => {
    // every count from 0 to 900 alike is Beta(1, 1)
    const counts = Array.from({ length: 3000 }, (_, one): Counts => [(one * 7919) % 901, 900]);
    expect(betaBinomial(counts)).toEqual({ alpha: expect.closeTo(1, 1), beta: expect.closeTo(1, 1) });
  });

  const someCounts = fc.array(
    fc.integer({ min: 1, max: 30 }).chain((n) => fc.tuple(fc.nat(n), fc.constant(n))),
    { minLength: 3, maxLength: 12 },
  );

  it('is no less likely than any beta-binomial around it or far from it', () =>
    fc.assert(
      fc.property(someCounts, (counts) => {
        const prior = betaBinomial(counts)!;
        fc.pre('alpha' in prior && prior.alpha > 0);
        const { alpha, beta } = prior as { alpha: number; beta: number };
        const { logLikelihood } = likelihoodOf(counts);
        const best = logLikelihood({ mean: alpha / (alpha + beta), size: alpha + beta });
        for (const a of [0.01, 0.5, 0.999, 1, 1.001, 2, 100]) {
          for (const b of [0.01, 0.5, 0.999, 1, 1.001, 2, 100]) {
            const size = a * alpha + b * beta;
            expect(logLikelihood({ mean: (a * alpha) / size, size })).toBeLessThanOrEqual(best + 1e-9);
          }
        }
      }),
    ));

  it('moves every share towards that of all, and keeps the order of shares of equally many', () =>
    fc.assert(
      fc.property(someCounts, fc.integer({ min: 1, max: 30 }), (counts, n) => {
        const prior = betaBinomial(counts)!;
        const shrunk = Array.from({ length: n + 1 }, (_, x) => shrink(prior, x, n)!);
        shrunk.forEach((share, x) => {
          if (x > 0) expect(share).toBeGreaterThanOrEqual(shrunk[x - 1]!);
          expect(share >= 0 && share <= 1).toBe(true);
        });
      }),
    ));
});
