import { figures } from './figures.ts';

const { conversion, latency } = figures;

describe('A difference in words', () => {
  it('says at each end of its interval in which direction it goes', () => {
    expect(conversion.moreInterval(-0.705, 1.893)).toBe('95 % interval: 70.5 % less to 189.3 % more often');
    expect(latency.soonerInterval(-0.1, 0.36)).toBe('95 % interval: 10.0 % later to 36.0 % sooner');
    expect(conversion.differenceInterval(-0.243, 0.2)).toBe('95 % interval: 24.3 points lower to 20.0 points higher.');
  });

  it('says it once where both ends go the same way, from the nearer to the further', () => {
    expect(conversion.moreInterval(0.04, 0.7)).toBe('95 % interval: 4.0 to 70.0 % more often');
    expect(conversion.moreInterval(-0.7, -0.04)).toBe('95 % interval: 4.0 to 70.0 % less often');
    expect(conversion.moreInterval(0, 0.7)).toBe('95 % interval: 0.0 to 70.0 % more often');
    expect(conversion.moreInterval(-0.7, 0)).toBe('95 % interval: 0.0 to 70.0 % less often');
    expect(latency.soonerInterval(0.1, 0.36)).toBe('95 % interval: 10.0 to 36.0 % sooner');
    expect(conversion.differenceInterval(-0.2, -0.1)).toBe('95 % interval: 10.0 to 20.0 points lower.');
  });

  it('has a direction or a sign, not both', () => {
    expect(conversion.comparison(-0.077, -0.026)).toBe(
      'People who were introduced are booked 7.7 % less often: their share is 2.6 points lower.',
    );
    expect(conversion.comparison(0.28, 0.093)).toBe(
      'People who were introduced are booked 28.0 % more often: their share is 9.3 points higher.',
    );
  });
});
