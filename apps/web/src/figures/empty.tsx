import type { Cell } from '../asking/answer.ts';
import { Hint } from '../states/hint.tsx';
import { page } from '../words/index.ts';
import { stateOf } from './cell-state.ts';

/** A figure that shows nothing, and why: it is hidden, nobody has been observed for long enough yet, or there is nobody. */
export function Empty({ cell }: Readonly<{ cell: Pick<Cell, 'suppressed' | 'n_immature'> }>) {
  const state = stateOf({ ...cell, value: null });
  if (state === 'hidden')
    return (
      <p className="empty">
        {page.states.hidden} <Hint about="hidden" />
      </p>
    );
  return <p className="empty">{state === 'immature' ? page.states.nobodyMature : page.states.empty}</p>;
}
