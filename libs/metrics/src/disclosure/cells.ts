import type { Cell, Statistic } from '../draft.ts';
import { wilson } from '../statistics/index.ts';
import type { Policy } from './policies.ts';
import { roundTo } from './rounding.ts';

/** A cell as it may be shown: names of METRICS C0.10, in their order, null where hidden or undefined. */
export type Figures = Readonly<Record<string, number | boolean | null | readonly (string | null)[]>>;

/** Fractional credits are sums of fractions: what is this close to nothing is nothing. */
const NOTHING = 1e-9;

/** A count from 1 to k − 1 may not be shown; zero may (METRICS C0.7, 1). */
export const isSmall = (count: number, { k }: Policy): boolean => count > NOTHING && count < k - NOTHING;

/** A cell is hidden when its denominator, its numerator or what is between them is small (METRICS C0.7, 1 and 5). */
export const isHidden = ({ n, k, betrays = [] }: Cell, policy: Policy): boolean =>
  [n, k, n - k, ...betrays].some((count) => isSmall(count, policy));

/** What may be shown of a cell. One that is `sealed` shows nothing, since what is around it would betray a hidden one. */
export function show(cell: Cell, policy: Policy, sealed = false): Figures {
  const hidden = sealed || isHidden(cell, policy);
  const { value, lower, upper, n, k, n_mature } = rounded(cell, policy);
  return {
    ...blankIf(hidden, { value, lower, upper, order_lower: null, order_upper: null, n, k, n_mature }),
    ...sidesOf(cell, policy, sealed),
    suppressed: hidden,
    ...statisticsOf(cell, policy, sealed),
    ...(cell.persons && { persons: cell.persons }),
  };
}

function blankIf<T extends Readonly<Record<string, unknown>>>(hidden: boolean, figures: T): { [Name in keyof T]: T[Name] | null } {
  if (!hidden) return figures;
  return Object.fromEntries(Object.keys(figures).map((name) => [name, null])) as { [Name in keyof T]: null };
}

/** A small side count hides itself and nothing else. */
function sidesOf({ sides }: Cell, policy: Policy, sealed: boolean): Record<string, number | null> {
  const all = { n_immature: null, n_censored: null, n_noconsent: null, ...sides };
  const shown = ([name, count]: [string, number | null]): [string, number | null] =>
    sealed || count === null || isSmall(count, policy) ? [name, null] : [name, roundTo(count, policy.base)];
  return Object.fromEntries(Object.entries(all).map(shown));
}

/** Statistics of fewer than k units are not shown, nor those from which a small count could be worked out (METRICS C0.7, 4 and 5). */
function statisticsOf({ statistics = {} }: Cell, policy: Policy, sealed: boolean): Record<string, number | null> {
  const hidden = ({ of, betrays = [] }: Statistic): boolean => sealed || of < policy.k || betrays.some((count) => isSmall(count, policy));
  return Object.fromEntries(Object.entries(statistics).map(([name, statistic]) => [name, hidden(statistic) ? null : statistic.value]));
}

/** Where a policy rounds, shares are those of the rounded counts (METRICS C0.7, 3). */
function rounded(cell: Cell, { base }: Policy): Cell {
  if (base === 1) return cell;
  const n = roundTo(cell.n, base);
  const k = roundTo(cell.k, base);
  if (cell.n_mature === null) return { ...cell, n, k };
  return { ...cell, n, k, n_mature: n, value: n === 0 ? null : k / n, ...wilson(k, n) };
}
