import { changeStatistics, type Pair } from './outcome-statistics.ts';
import { thresholdOf } from './thresholds.ts';

const pairs = (...scores: readonly (readonly [before: number, after: number | null])[]): Pair[] =>
  scores.map(([before, after]) => ({ before, after }));
const told = (statistics: ReturnType<typeof changeStatistics>) =>
  Object.fromEntries(Object.entries(statistics).map(([name, { value }]) => [name, value]));

describe('What changes say', () => {
  it('is reliable from RC on, both ways', () =>
    expect(told(changeStatistics(pairs([20, 14], [20, 15], [20, 26], [20, 25]), 'PHQ-9'))).toMatchObject({
      improved: 1 / 4,
      deteriorated: 1 / 4,
      median: 0,
    }));

  it('is important from a fifth of the score before on, and never from nothing', () =>
    expect(told(changeStatistics(pairs([10, 8], [10, 9], [0, 0], [1, 0]), 'GAD-7')).mcid).toBe(2 / 4));

  it('is told of those who answered, and bounded by those who did not', () =>
    expect(told(changeStatistics(pairs([18, 10], [12, 12], [9, null], [15, null]), 'GAD-7'))).toEqual({
      median: -4,
      improved: 1 / 2,
      mcid: 1 / 2,
      deteriorated: 0,
      baseline_nonresponders: 12,
      improved_missing_unchanged: 1 / 4,
      improved_missing_worse: 1 / 4,
    }));

  it('is undefined, not zero, where nobody answered', () =>
    expect(told(changeStatistics(pairs([9, null]), 'PHQ-9'))).toMatchObject({
      median: null,
      improved: null,
      improved_missing_unchanged: 0,
    }));

  it('betrays, with the counts beside it, how many improved, how many did not, and how many did not answer', () => {
    const { improved, improved_missing_worse: worse } = changeStatistics(pairs([18, 10], [12, 12], [9, null]), 'GAD-7');
    expect(improved!.betrays).toEqual([1, 1, 2]);
    expect(worse!.betrays).toEqual([1, 1, 2, 1]);
  });
});

describe('Thresholds', () => {
  it('are those of NHS Talking Therapies, with their source', () => {
    expect(thresholdOf('PHQ-9')).toMatchObject({ reliableChange: 6, important: 0.2 });
    expect(thresholdOf('gad7')).toMatchObject({ reliableChange: 4, important: 0.2 });
    expect(thresholdOf('GAD-7')!.source).toContain('NHS Talking Therapies');
  });

  it('are not made up', () => expect([thresholdOf('WHO-5'), thresholdOf('constructor')]).toEqual([undefined, undefined]));
});
