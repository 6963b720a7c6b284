import type { Cell } from '../asking/answer.ts';

/** Why a cell has a number or has none: shown, hidden by the policy, nobody observed for long enough yet, or nobody at all. */
export type CellState = 'shown' | 'hidden' | 'immature' | 'empty';

export function stateOf({ suppressed, value, n_immature }: Pick<Cell, 'suppressed' | 'value' | 'n_immature'>): CellState {
  if (suppressed) return 'hidden';
  if (value !== null) return 'shown';
  return (n_immature ?? 0) > 0 ? 'immature' : 'empty';
}

/** A cell that is known to have its numbers. */
export type Shown = Cell & Readonly<{ value: number; lower: number; upper: number; n: number; k: number }>;

/** The cell when it is shown with all its numbers, undefined otherwise. */
export const shownOf = (cell: Cell | undefined): Shown | undefined =>
  cell && stateOf(cell) === 'shown' && cell.lower !== null && cell.upper !== null && cell.n !== null && cell.k !== null
    ? (cell as Shown)
    : undefined;
