import type { Cell } from '../../asking/answer.ts';
import { format, inCells } from '../../words/index.ts';
import { stateOf } from '../cell-state.ts';

/** How many colours there are from 0 to 100 %. */
export const steps = 9;

/** The colour of a share: 0 … 8. */
export const stepOf = (share: number): number => Math.min(steps - 1, Math.floor(share * steps));

type Props = Readonly<{ cell: Cell; label: string; isInTabOrder: boolean; onPick: () => void }>;

/** A cell of the heat map. The number stands in it: colour only helps. One cell at a time is in the tab order, arrows do the rest. */
export function HeatCell({ cell, label, isInTabOrder, onPick }: Props) {
  const text = cell.value === null ? words[stateOf(cell)] : format.roundPercent(cell.value);
  return (
    <td>
      <button
        type="button"
        className={`heat-cell ${looksOf(cell)}`}
        aria-label={`${text}. ${label}`}
        title={label}
        tabIndex={isInTabOrder ? 0 : -1}
        onFocus={onPick}
        onMouseEnter={onPick}
        onClick={onPick}
      >
        {text}
      </button>
    </td>
  );
}

/** A colour for a share, with a corner missing where some are not observed for long enough yet; a pattern for what has none. */
function looksOf(cell: Cell): string {
  if (cell.value === null) return `heat-${stateOf(cell)}`;
  return `heat-step-${stepOf(cell.value)}${(cell.n_immature ?? 0) > 0 ? ' heat-partial' : ''}`;
}

const words = { shown: '', hidden: inCells.hidden, immature: inCells.notYet, empty: inCells.none } as const;
