import type { Cell } from '../asking/answer.ts';
import { page } from '../words/index.ts';

/** A figure without anybody in it, and why. */
export function Empty({ cell }: Readonly<{ cell: Pick<Cell, 'n_immature'> }>) {
  return <p className="empty">{(cell.n_immature ?? 0) > 0 ? page.states.nobodyMature : page.states.empty}</p>;
}
