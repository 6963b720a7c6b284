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
  const state = stateOf(cell);
  const colour = state === 'shown' && cell.value !== null ? `heat-step-${stepOf(cell.value)}` : `heat-${state}`;
  const isPartial = state === 'shown' && (cell.n_immature ?? 0) > 0;
  return (
    <td>
      <button
        type="button"
        className={`heat-cell ${colour}${isPartial ? ' heat-partial' : ''}`}
        aria-label={label}
        title={label}
        tabIndex={isInTabOrder ? 0 : -1}
        onFocus={onPick}
        onMouseEnter={onPick}
        onClick={onPick}
      >
        {state === 'shown' && cell.value !== null ? format.roundPercent(cell.value) : words[state]}
      </button>
    </td>
  );
}

const words = { shown: '', hidden: inCells.hidden, immature: inCells.notYet, empty: inCells.none } as const;
