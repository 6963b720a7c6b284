import type { Cell, Statistic } from './draft.ts';
import { wilson } from './statistics/index.ts';

/** What was left out of a share, counted beside it. */
export type LeftOut = Readonly<{ n_immature: number; n_censored: number; n_noconsent: number | null } & Record<string, number | null>>;

/** A share k of n with its Wilson interval (METRICS C0.9); of nobody it is undefined, not zero. */
export const share = (k: number, n: number, sides: LeftOut, statistics?: Readonly<Record<string, Statistic>>): Cell => ({
  value: n === 0 ? null : k / n,
  ...wilson(k, n),
  n,
  k,
  n_mature: n,
  sides,
  ...(statistics && { statistics }),
});
