import { curveStepAfter } from '@visx/curve';
import { Area, LinePath } from '@visx/shape';
import { useMemo } from 'react';
import { type Plane, PlaneOf } from '../../charts/plane.tsx';
import { useTween } from '../../charts/use-tween.ts';
import { figures } from '../../words/index.ts';
import { pathwayName } from '../groups.ts';
import { atRiskAt, type Curve, lastDay, sampled, type Step, stepsIn } from './curves.ts';

const { latency: words } = figures;
const ticks = [0, 30, 60, 90, 120, 150, 180];
const lineHeight = 34;

/** Cumulative incidence with its bands, a line at the day that is read off, and the numbers at risk below. */
export function IncidenceChart({ curves, day }: Readonly<{ curves: readonly Curve[]; day: number }>) {
  const target = useMemo(() => sampled(curves), [curves]);
  const samples = useTween(target);
  return (
    <PlaneOf
      label={words.chart}
      height={280}
      below={below(curves.length)}
      xEnd={lastDay}
      xTicks={ticks}
      xLabel={words.axisX}
      yLabel={words.axisY}
    >
      {(plane) => (
        <>
          {curves.map((curve, i) => (
            // At rest the exact steps; on the way, day by day.
            <CurveOf key={curve.group} plane={plane} curve={curve} steps={samples === target ? within(curve) : stepsIn(samples, i)} />
          ))}
          <line className="read-line" x1={plane.x(day)} x2={plane.x(day)} y1={0} y2={plane.height} />
          <AtRisk plane={plane} curves={curves} />
        </>
      )}
    </PlaneOf>
  );
}

const below = (curves: number): number => 34 + curves * lineHeight;

/** The steps on the axis, up to the end of the curve. */
function within({ steps, end }: Curve): Step[] {
  const shown = steps.filter(({ time }) => time <= lastDay);
  const last = shown.at(-1);
  return last ? [...shown, { ...last, time: Math.min(end, lastDay) }] : [];
}

function CurveOf({ plane: { x, y }, curve: { group }, steps }: Readonly<{ plane: Plane; curve: Curve; steps: Step[] }>) {
  const common = { data: steps, x: (step: Step) => x(step.time), curve: curveStepAfter };
  return (
    <g className={`curve curve-${group}`}>
      <Area {...common} className="band" y0={(step) => y(step.lower)} y1={(step) => y(step.upper)} />
      <LinePath {...common} className="line" y={(step) => y(step.value)} />
    </g>
  );
}

function AtRisk({ plane: { x, height }, curves }: Readonly<{ plane: Plane; curves: readonly Curve[] }>) {
  return (
    <g className="at-risk" transform={`translate(0 ${height + 72})`} aria-hidden="true">
      <text className="axis-name" x={-44}>
        {words.atRisk}
      </text>
      {curves.map((curve, i) => (
        <g key={curve.group} className={`at-risk-${curve.group}`} transform={`translate(0 ${i * lineHeight + 20})`}>
          <text x={-44} className="at-risk-name">
            {pathwayName(curve.group)}
          </text>
          {curve.rows.every((row) => row.at_risk === null) && (
            <text x={-44} y={16}>
              {words.hiddenAtRisk}
            </text>
          )}
          {ticks.map((tick) => (
            <text key={tick} x={x(tick)} y={16} textAnchor="middle">
              {atRiskAt(curve, tick)}
            </text>
          ))}
        </g>
      ))}
    </g>
  );
}
