import { figures, format, inCells } from '../../words/index.ts';
import { pathwayName } from '../groups.ts';
import { atRiskAt, type Curve, lastDay, stepAt } from './curves.ts';

const { latency: words } = figures;
const step = 15;
const daysShown = Array.from({ length: lastDay / step + 1 }, (_, i) => i * step);

/** The curves as numbers, every fortnight or so. */
export function CurveTable({ curves }: Readonly<{ curves: readonly Curve[] }>) {
  return (
    <div className="scroll" tabIndex={0} role="group" aria-label={words.caption}>
      <table className="numbers">
        <caption className="visually-hidden">{words.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{words.day}</th>
            {curves.map(({ group }) => (
              <th key={group} scope="col" colSpan={2}>
                {pathwayName(group)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {daysShown.map((day) => (
            <tr key={day}>
              <th scope="row">{day}</th>
              {curves.map((curve) => (
                <Pair key={curve.group} curve={curve} day={day} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Pair({ curve, day }: Readonly<{ curve: Curve; day: number }>) {
  const at = stepAt(curve, day);
  return (
    <>
      <td>{at ? `${format.percent(at.value)} (${format.interval(at.lower, at.upper)})` : inCells.none}</td>
      <td className="quiet">
        {words.waiting}: {atRiskAt(curve, day) ?? inCells.hidden}
      </td>
    </>
  );
}
