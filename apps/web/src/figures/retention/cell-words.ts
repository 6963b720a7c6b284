import type { Cell } from '../../asking/answer.ts';
import { figures } from '../../words/index.ts';
import { shownOf } from '../cell-state.ts';

const { retention: words } = figures;

/** A cell of the table in a sentence: whose, when, how many of how many, and what is left out. */
export function cellWords(cell: Cell, who: string, when: string): string {
  const immature = cell.n_immature ?? 0;
  const parts = [numbers(cell), ...(immature > 0 ? [words.immature(immature)] : [])].filter(Boolean);
  return `${words.cell(who, when)}: ${parts.join('; ') || words.nobody}.`;
}

function numbers(cell: Cell): string {
  if (cell.suppressed) return words.hidden;
  const shown = shownOf(cell);
  return shown ? `${words.back(shown.k, shown.n, shown.value)} (${figures.ci(shown.lower, shown.upper)})` : '';
}
