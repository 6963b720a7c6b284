import type { CSSProperties } from 'react';
import type { Cell } from '../asking/answer.ts';
import { Hint } from '../states/hint.tsx';
import { figures, format, inCells } from '../words/index.ts';
import { type CellState, shownOf, stateOf } from './cell-state.ts';

export type ShareRow = Readonly<{ key: string; label: string; about?: string; cell: Cell; tone?: 'accent' | 'ink' }>;

/** Shares with their intervals, one a row, drawn on one scale and written out. */
export function ShareTable({ caption, first, rows }: Readonly<{ caption: string; first: string; rows: readonly ShareRow[] }>) {
  return (
    <table className="shares">
      <caption className="visually-hidden">{caption}</caption>
      <thead className="visually-hidden">
        <tr>
          <th scope="col">{first}</th>
          <th scope="col">{figures.outcomeChange.share}</th>
          <th scope="col">{figures.latency.interval}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <ShareLine key={row.key} row={row} />
        ))}
      </tbody>
    </table>
  );
}

function ShareLine({ row: { label, about, cell, tone = 'accent' } }: Readonly<{ row: ShareRow }>) {
  const state = stateOf(cell);
  return (
    <tr className={`share share-${tone}`}>
      <th scope="row">
        {label}
        {about !== undefined && <span className="share-about">{about}</span>}
      </th>
      <td className="share-value">{cell.value === null ? <Absent state={state} /> : format.percent(cell.value)}</td>
      <td className="share-plot">
        <Plot cell={cell} />
        <Words cell={cell} />
      </td>
    </tr>
  );
}

function Absent({ state }: Readonly<{ state: CellState }>) {
  if (state === 'hidden')
    return (
      <span className="absent">
        {inCells.hidden} <Hint about="hidden" />
      </span>
    );
  if (state === 'immature')
    return (
      <span className="absent">
        {inCells.notYet} <Hint about="immature" />
      </span>
    );
  return <span className="absent">{inCells.none}</span>;
}

/** A bar to the value and a whisker over the interval; the words beside it say the same. */
function Plot({ cell }: Readonly<{ cell: Cell }>) {
  const at = (share: number | null): string => `${(share ?? 0) * 100}%`;
  const style = { '--value': at(cell.value), '--lower': at(cell.lower), '--upper': at(cell.upper) } as CSSProperties;
  return (
    <div className={`plot plot-${stateOf(cell)}`} style={style} aria-hidden="true">
      <span className="plot-bar" />
      {cell.lower !== null && <span className="plot-whisker" />}
    </div>
  );
}

function Words({ cell }: Readonly<{ cell: Cell }>) {
  const shown = shownOf(cell);
  const immature = cell.n_immature ?? 0;
  return (
    <div className="share-words">
      {shown && (
        <>
          {figures.of(shown.k, shown.n)} · {format.interval(shown.lower, shown.upper)}
        </>
      )}
      {immature > 0 && (
        <span className="share-left-out">
          {shown && ' · '}
          {figures.leftOut(immature)}
        </span>
      )}
    </div>
  );
}
