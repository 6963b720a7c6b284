import type { Cell } from './draft.ts';
import { meanOfShares } from './statistics/index.ts';

/**
 * The plain mean of the shares of several cohorts, each weighing alike, with the interval recovered from theirs (MOVER). Counts are the
 * pooled ones: `value` is then no quotient of them, which the note `simple_mean` says. With them it would betray a small cohort.
 */
export const simpleMean = (pooled: Cell, cohorts: readonly Cell[]): Cell => ({
  ...pooled,
  ...meanOfShares(cohorts),
  betrays: cohorts.flatMap(({ n, k }) => [n, k, n - k]),
});
