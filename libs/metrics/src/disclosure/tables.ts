import type { Cell, Draft, GroupSeries, Series } from '../draft.ts';
import { isHidden, isSmall, show, type Figures } from './cells.ts';
import type { Policy } from './policies.ts';

/** Nobody: what a group shows for a period in which it has no cell. */
const nobody: Cell = { value: null, lower: null, upper: null, n: 0, k: 0, n_mature: 0, sides: {} };

/** The cell of a period; a series may end before others do. */
export const cellAt = ({ cells }: Series, period: number): Cell => cells[period] ?? nobody;

/** How many cells remain when those at the end with fewer than k mature units are left out: a tail betrays who is in it. */
export const withoutTail = ({ cells }: Series, { k }: Policy): number => cells.findLastIndex(({ n }) => n >= k) + 1;

/** The period shown on top: the last one not hidden, among those that remain. Null when there is none. */
export function periodOnTop(series: Series, draft: Draft, policy: Policy): number | null {
  if (draft.shape !== 'periods') return 0;
  const last = series.cells.findLastIndex((cell, period) => period < withoutTail(series, policy) && !isHidden(cell, policy));
  if (last >= 0) return last;
  return series.cells.every(({ n }) => n === 0) ? 0 : null;
}

/** The period that speaks for a cohort: the last one that is over for it, and not hidden. */
export function periodOfCohort(series: Series, policy: Policy): number {
  const shown = series.cells.findLastIndex((cell) => cell.n > 0 && !isHidden(cell, policy));
  return shown >= 0
    ? shown
    : Math.max(
        series.cells.findLastIndex(({ n }) => n > 0),
        0,
      );
}

type Row = Figures | Readonly<Record<string, unknown>>;

/** The rows of one series, and whether a tail was left out. Of groups every row is kept: what is hidden in them says so. */
export function tableRows(series: Series, draft: Draft, policy: Policy, owner?: GroupSeries): Readonly<{ rows: Row[]; cut: boolean }> {
  const kept = owner || draft.shape === 'figure' ? series.cells.length : withoutTail(series, policy);
  const rows = series.cells.slice(0, kept).map((cell, period) => ({
    ...headOf(draft, owner),
    ...(draft.shape === 'periods' && { period }),
    ...rowOf(cell, draft, policy),
  }));
  return { rows, cut: kept < series.cells.length };
}

/** Whose row it is. */
function headOf({ shape, byCohort }: Draft, owner?: GroupSeries): Record<string, unknown> {
  if (!owner) return shape === 'periods' ? { cohort: null } : { group: null };
  const { group, masked, cohort } = owner;
  return { group, masked, ...((shape === 'periods' || byCohort) && { cohort }) };
}

/** What may be shown of one cell of a series. Where its denominator is small `n_immature` is hidden as well: its rows say what both come to. */
export function figuresOf(cell: Cell, { shape }: Draft, policy: Policy, sealed = false): Figures {
  return { ...show(cell, policy, sealed), ...(shape === 'periods' && isSmall(cell.n, policy) && { n_immature: null }) };
}

function rowOf(cell: Cell, draft: Draft, policy: Policy): Record<string, unknown> {
  const figures = figuresOf(cell, draft, policy);
  const names = [...draft.columns, 'suppressed', ...(cell.persons ? ['persons'] : [])];
  return Object.fromEntries(names.map((name) => [name, figures[name] ?? null]));
}
