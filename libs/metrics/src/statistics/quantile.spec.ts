import { median, quantile } from './quantile.ts';

describe('A quantile', () => {
  it('lies between the order statistics, as type 7 of R does: quantile(c(7, 1, 2, 4), .25) is 1.75', () =>
    expect(quantile([7, 1, 2, 4], 0.25)).toBe(1.75));
  it('of one number is that number', () => expect(quantile([3], 0.975)).toBe(3));
  it('of no numbers is unknown', () => expect(quantile([], 0.5)).toBeNull());
  it('beside an infinite number is infinite', () => expect(quantile([-Infinity, 1, 2], 0.25)).toBe(-Infinity));
  it('at a finite number is not bothered by infinite ones', () => expect(quantile([-Infinity, 1, Infinity], 0.5)).toBe(1));
  it('leaves the numbers in their order', () => {
    const numbers = [3, 1, 2];
    quantile(numbers, 0.5);
    expect(numbers).toEqual([3, 1, 2]);
  });
});

describe('A median', () => {
  it('of an even number of numbers is the mean of the middle two', () => expect(median([1, 4, 2, 100])).toBe(3));
  it('sorts by size, not by spelling', () => expect(median([10, 9, 100])).toBe(10));
});
