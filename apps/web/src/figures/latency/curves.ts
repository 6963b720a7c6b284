import type { IncidenceRow } from '../../asking/answer.ts';

/** What a curve says from `time` (days) on. */
export type Step = Readonly<{ time: number; value: number; lower: number; upper: number }>;

/** The curve of one group: its steps from day 0, and who was at risk when. */
export type Curve = Readonly<{ group: string; steps: readonly Step[]; end: number; rows: readonly IncidenceRow[] }>;

/** Beyond this day the axis ends; few wait longer, and fewer are left to tell. */
export const lastDay = 180;

/** One curve a group, in the order in which they are named. */
export const curvesOf = (rows: readonly IncidenceRow[], groups: readonly string[]): Curve[] =>
  groups
    .map((group) =>
      curveOf(
        group,
        rows.filter((row) => row.group === group),
      ),
    )
    .filter(({ rows: own }) => own.length > 0);

function curveOf(group: string, rows: readonly IncidenceRow[]): Curve {
  const steps = rows.flatMap(({ time, cif_session: value, lower, upper }): Step[] =>
    time === null || value === null ? [] : [{ time, value, lower: lower ?? value, upper: upper ?? value }],
  );
  return { group, rows, steps: [{ time: 0, value: 0, lower: 0, upper: 0 }, ...steps], end: rows.at(-1)?.time ?? 0 };
}

/** What a curve says at a day; undefined beyond its end. */
export const stepAt = ({ steps, end }: Curve, day: number): Step | undefined =>
  day > end ? undefined : steps.findLast(({ time }) => time <= day);

/** How many were still waiting and observed just before a day; null where that is hidden, 0 beyond the end. */
export function atRiskAt({ rows, end }: Curve, day: number): number | null {
  if (day > end) return rows.every((row) => row.at_risk === null) ? null : 0;
  return rows.find(({ time }) => time !== null && time >= day)?.at_risk ?? null;
}

/** The curve day by day, as numbers that can move: value, lower, upper of each; NaN beyond its end. */
export const sampled = (curves: readonly Curve[]): number[] =>
  curves.flatMap((curve) =>
    Array.from({ length: lastDay + 1 }, (_, day) => stepAt(curve, day)).flatMap((step) =>
      step ? [step.value, step.lower, step.upper] : [Number.NaN, Number.NaN, Number.NaN],
    ),
  );

/** The steps that moving numbers stand for. */
export function stepsIn(samples: readonly number[], index: number): Step[] {
  const width = (lastDay + 1) * 3;
  const own = samples.slice(index * width, (index + 1) * width);
  return Array.from({ length: lastDay + 1 }, (_, day) => {
    const [value = Number.NaN, lower = Number.NaN, upper = Number.NaN] = own.slice(day * 3, day * 3 + 3);
    return { time: day, value, lower, upper };
  }).filter(({ value }) => !Number.isNaN(value));
}
