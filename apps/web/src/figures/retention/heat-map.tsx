import { type KeyboardEvent, useId, useRef, useState } from 'react';
import { figures } from '../../words/index.ts';
import { cellWords } from './cell-words.ts';
import { type CohortTable } from './cohort-table.ts';
import { HeatCell } from './heat-cell.tsx';
import { HeatLegend } from './heat-legend.tsx';

const { retention: words } = figures;

/** Row and column of a cell. */
type Place = readonly [row: number, column: number];
const moves: Readonly<Record<string, (place: Place, columns: number) => Place>> = {
  ArrowLeft: ([row, column]) => [row, column - 1],
  ArrowRight: ([row, column]) => [row, column + 1],
  ArrowUp: ([row, column]) => [row - 1, column],
  ArrowDown: ([row, column]) => [row + 1, column],
  Home: ([row]) => [row, 0],
  End: ([row], columns) => [row, columns - 1],
};

/** The cohorts as a table whose cells are coloured by their share, and read out in full one at a time. */
export function HeatMap({ table: { columns, cohorts, together } }: Readonly<{ table: CohortTable }>) {
  const lines = [...cohorts, together];
  const [picked, setPicked] = useState<Place>();
  const body = useRef<HTMLTableSectionElement>(null);
  const readId = useId();
  const [row, column] = within(picked ?? [0, 0], lines.length, columns.length);

  const move = (event: KeyboardEvent): void => {
    const next = moves[event.key]?.([row, column], columns.length);
    if (!next) return;
    event.preventDefault();
    const [to, at] = within(next, lines.length, columns.length);
    body.current?.rows[to]?.querySelectorAll('button')[at]?.focus();
  };

  const line = lines[row];
  const cell = line?.cells[column];
  return (
    <>
      <div className="scroll heat-scroll">
        <table className={`heat heat-${columns.length > 12 ? 'many' : 'few'}`}>
          <caption className="visually-hidden">{words.caption}</caption>
          <thead>
            <tr>
              <th scope="col">{words.joined}</th>
              {columns.map((name) => (
                <th key={name} scope="col">
                  <abbr title={name}>{name.split(' ').at(-1)}</abbr>
                </th>
              ))}
            </tr>
          </thead>
          <tbody ref={body} onKeyDown={move}>
            {lines.map(({ key, label, cells }, i) => (
              <tr key={key} className={key === together.key ? 'heat-together' : undefined}>
                <th scope="row">{label}</th>
                {cells.map((each, at) => (
                  <HeatCell
                    key={columns[at]}
                    cell={each}
                    label={cellWords(each, label, columns[at] ?? '')}
                    isInTabOrder={i === row && at === column}
                    onPick={() => setPicked([i, at])}
                  />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p id={readId} className="heat-reading" aria-live="off">
        {picked && line && cell ? cellWords(cell, line.label, columns[column] ?? '') : words.pick}
      </p>
      <HeatLegend />
    </>
  );
}

const clamp = (value: number, size: number): number => Math.max(0, Math.min(size - 1, value));
const within = ([row, column]: Place, rows: number, columns: number): Place => [clamp(row, rows), clamp(column, columns)];
