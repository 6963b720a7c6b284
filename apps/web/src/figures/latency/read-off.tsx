import { type ReactNode, useId } from 'react';
import type { AnswerTo } from '../../asking/answer.ts';
import { RangeInput } from '../../charts/range-input.tsx';
import { Hint } from '../../states/hint.tsx';
import { figures, format, inCells } from '../../words/index.ts';
import { groupOf, pathwayName } from '../groups.ts';
import { atRiskAt, type Curve, lastDay, stepAt } from './curves.ts';

const { latency: words } = figures;

type Props = Readonly<{ curves: readonly Curve[]; answer: AnswerTo<'latency'>; day: number; onDay: (day: number) => void }>;

/** The curves in numbers, at a day of one's choice. */
export function ReadOff({ curves, answer, day, onDay }: Props) {
  const id = useId();
  const steps = curves.map((curve) => stepAt(curve, day));
  const medians = curves.map(({ group }) => groupOf(answer, group)?.median ?? null);
  return (
    <div className="read-off">
      <label htmlFor={id} className="control-label">
        {words.readAt} <strong>{day}</strong>
      </label>
      <RangeInput id={id} min={0} max={lastDay} value={day} valueText={`${words.day} ${day}`} onChange={onDay} />
      <table className="numbers">
        <caption className="visually-hidden">
          {words.caption}: {words.day} {day}
        </caption>
        <thead>
          <tr>
            <td />
            {curves.map(({ group }) => (
              <th key={group} scope="col" className={`arm-${group}`}>
                {pathwayName(group)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <Line name={words.seen} cells={steps.map((step) => (step ? format.percent(step.value) : inCells.none))} isMain />
          <Line
            name={words.interval}
            hint={<Hint about="interval" />}
            cells={steps.map((step) => (step ? format.interval(step.lower, step.upper) : inCells.none))}
          />
          <Line
            name={words.waiting}
            hint={<Hint about="atRisk" />}
            cells={curves.map((curve) => atRiskAt(curve, day)?.toString() ?? inCells.hidden)}
          />
          <Line name={words.median} cells={medians.map((median) => (median === null ? words.notReached : words.medianOf(median)))} />
        </tbody>
      </table>
      {steps.includes(undefined) && <p className="quiet">{words.beyond}</p>}
    </div>
  );
}

type LineProps = Readonly<{ name: string; hint?: ReactNode; cells: readonly string[]; isMain?: boolean }>;

function Line({ name, hint, cells, isMain = false }: LineProps) {
  return (
    <tr className={isMain ? 'numbers-main' : undefined}>
      <th scope="row">
        {name} {hint}
      </th>
      {cells.map((cell, i) => (
        <td key={i}>{cell}</td>
      ))}
    </tr>
  );
}
