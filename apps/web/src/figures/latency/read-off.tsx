import { useId } from 'react';
import type { LatencyAnswer } from '../../asking/answer.ts';
import { RangeInput } from '../../charts/range-input.tsx';
import { Hint } from '../../states/hint.tsx';
import { figures, format, inCells } from '../../words/index.ts';
import { groupOf, pathwayName } from '../groups.ts';
import { atRiskAt, type Curve, lastDay, stepAt } from './curves.ts';

const { latency: words } = figures;

type Props = Readonly<{ curves: readonly Curve[]; answer: LatencyAnswer; day: number; onDay: (day: number) => void }>;

/** The curves in numbers, at a day of one's choice. */
export function ReadOff({ curves, answer, day, onDay }: Props) {
  const id = useId();
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
            <th scope="col">{figures.conversion.group}</th>
            <th scope="col">{words.seen}</th>
            <th scope="col">
              {words.interval} <Hint about="interval" />
            </th>
            <th scope="col">
              {words.waiting} <Hint about="atRisk" />
            </th>
            <th scope="col">{words.median}</th>
          </tr>
        </thead>
        <tbody>
          {curves.map((curve) => (
            <Line key={curve.group} curve={curve} day={day} median={groupOf(answer, curve.group)?.median ?? null} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Line({ curve, day, median }: Readonly<{ curve: Curve; day: number; median: number | null }>) {
  const step = stepAt(curve, day);
  return (
    <tr className={`arm arm-${curve.group}`}>
      <th scope="row">{pathwayName(curve.group)}</th>
      {step ? (
        <>
          <td>{format.percent(step.value)}</td>
          <td>{format.interval(step.lower, step.upper)}</td>
        </>
      ) : (
        <td colSpan={2}>{words.beyond}</td>
      )}
      <td>{atRiskAt(curve, day) ?? inCells.hidden}</td>
      <td>{median === null ? words.notReached : words.medianOf(median)}</td>
    </tr>
  );
}
