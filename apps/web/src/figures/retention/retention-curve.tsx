import { Area, LinePath } from '@visx/shape';
import { useMemo } from 'react';
import { type Plane, PlaneOf } from '../../charts/plane.tsx';
import { useTween } from '../../charts/use-tween.ts';
import type { Period } from '../../asking/questions.ts';
import { figures } from '../../words/index.ts';
import { type Cohort, type CohortTable } from './cohort-table.ts';

const { retention: words } = figures;

type Point = Readonly<{ period: number; value: number; lower: number; upper: number }>;

/** The table as curves: everybody with the interval, the cohorts thin behind. */
export function RetentionCurve({ table: { columns, cohorts, together }, period }: Readonly<{ table: CohortTable; period: Period }>) {
  const lines = useMemo(() => [...cohorts, together], [cohorts, together]);
  const numbers = useTween(useMemo(() => lines.flatMap(numbersOf), [lines]));
  const width = columns.length * 3;
  const points = lines.map((_, i) => pointsIn(numbers.slice(i * width, (i + 1) * width)));
  const last = Math.max(1, columns.length - 1);
  return (
    <PlaneOf label={words.chart} height={230} xEnd={last} xTicks={ticksTo(last)} xLabel={words.axisX[period]} yLabel={words.axisY}>
      {(plane) => (
        <>
          <Band plane={plane} points={points.at(-1) ?? []} />
          {cohorts.map(({ key }, i) => (
            <Line key={key} plane={plane} points={points[i] ?? []} className={`cohort-line cohort-line-${i % 3}`} />
          ))}
          <Line plane={plane} points={points.at(-1) ?? []} className="line" />
          <Dots plane={plane} points={points.at(-1) ?? []} />
        </>
      )}
    </PlaneOf>
  );
}

const numbersOf = ({ cells }: Cohort): number[] =>
  cells.flatMap(({ value, lower, upper }) => [value, lower ?? value, upper ?? value].map((each) => each ?? Number.NaN));

/** The points that moving numbers stand for; where there is no number the curve has a gap. */
const pointsIn = (numbers: readonly number[]): Point[] =>
  Array.from({ length: numbers.length / 3 }, (_, period) => {
    const [value = Number.NaN, lower = Number.NaN, upper = Number.NaN] = numbers.slice(period * 3, period * 3 + 3);
    return { period, value, lower, upper };
  });

const ticksTo = (last: number): number[] => {
  const every = last > 12 ? 4 : 1;
  return Array.from({ length: Math.floor(last / every) + 1 }, (_, i) => i * every);
};

const isThere = ({ value }: Point): boolean => !Number.isNaN(value);

function Band({ plane: { x, y }, points }: Readonly<{ plane: Plane; points: Point[] }>) {
  return (
    <Area
      data={points}
      defined={isThere}
      className="band"
      x={({ period }) => x(period)}
      y0={({ lower }) => y(lower)}
      y1={({ upper }) => y(upper)}
    />
  );
}

function Line({ plane: { x, y }, points, className }: Readonly<{ plane: Plane; points: Point[]; className: string }>) {
  return <LinePath data={points} defined={isThere} className={className} x={({ period }) => x(period)} y={({ value }) => y(value)} />;
}

function Dots({ plane: { x, y }, points }: Readonly<{ plane: Plane; points: Point[] }>) {
  return points.filter(isThere).map(({ period, value }) => <circle key={period} className="dot" cx={x(period)} cy={y(value)} r={3} />);
}
