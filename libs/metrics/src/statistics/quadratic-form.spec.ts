import * as fc from 'fast-check';
import { quadraticForm } from './quadratic-form.ts';

describe('A quadratic form', () => {
  it('is x′V⁻¹x: with V = [[4, 2], [2, 3]] and x = (2, 3) it is 3', () =>
    expect(
      quadraticForm(
        [
          [4, 2],
          [2, 3],
        ],
        [2, 3],
      ),
    ).toEqual({ value: expect.closeTo(3, 12), rank: 2 }));

  it('takes no notice of what depends on rows before it', () =>
    expect(
      quadraticForm(
        [
          [1, 1],
          [1, 1],
        ],
        [2, 2],
      ),
    ).toEqual({ value: 4, rank: 1 }));

  it('of nothing is 0 of rank 0', () => {
    expect(quadraticForm([], [])).toEqual({ value: 0, rank: 0 });
    expect(quadraticForm([[0]], [0])).toEqual({ value: 0, rank: 0 });
  });

  it('of Vx is x′Vx', () =>
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.integer({ min: -5, max: 5 }), { minLength: 3, maxLength: 3 }), { minLength: 3, maxLength: 3 }),
        (rows) => {
          const covariance = rows.map((one, i) =>
            rows.map((other, j) => one.reduce((sum, v, k) => sum + v * other[k]!, 0) + Number(i === j)),
          );
          const x = [1, -2, 3];
          const image = covariance.map((row) => row.reduce((sum, v, k) => sum + v * x[k]!, 0));
          const direct = image.reduce((sum, v, k) => sum + v * x[k]!, 0);
          expect(quadraticForm(covariance, image)).toEqual({ value: expect.closeTo(direct, 8), rank: 3 });
        },
      ),
    ));
});
