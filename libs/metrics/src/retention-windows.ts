import type { ReturnQuestion, Window } from '@kithline/graph';
import { DAY } from '@kithline/touchpoints';
import type { Unit } from './calendars/local-periods.ts';
import { elapsed } from './spelling/durations.ts';
import type { Asked } from './spelling/questions.ts';
import { horizonInPeriods, MOST_PERIODS } from './spelling/questions/retention.ts';

/** The windows of a retention table, and the calendar whose periods they are counted in (null: elapsed time). */
export type Windows = Readonly<{ windows: ReturnQuestion['windows']; calendar: Unit | null }>;

/** Brackets [l, u) in days, or periods of the calendar or of a fixed length, as each variant has them. */
export function windowsOf(asked: Asked<'retention'>): Windows {
  if (asked.brackets) return { windows: asked.brackets.map(([from, to]) => bounded(from * DAY, to * DAY)), calendar: null };
  if (asked.variant === 'rolling.fixed') return rollingFixed(asked);
  const { length, calendar } = measure(asked);
  const window = asked.variant === 'bounded' ? (k: number) => bounded(k * length, (k + 1) * length) : (k: number) => reached(k * length);
  const windows =
    asked.periods === undefined
      ? { first: window(0), step: length, most: MOST_PERIODS + 1 }
      : Array.from({ length: asked.periods }, (_, k) => window(k));
  return { windows, calendar };
}

/** A period in the graph's measure: one period of a calendar, or so many milliseconds. */
const measure = ({ period }: Asked<'retention'>): Readonly<{ length: number; calendar: Unit | null }> =>
  typeof period === 'string' ? { length: 1, calendar: period } : { length: elapsed(period), calendar: null };

/** C2: a + from ≤ r < a + to, mature at the end. */
const bounded = (from: number, to: number): Window => ({ from, to, closed: false, observe: [from, to] });

/** C3: a + from ≤ r ≤ V, for all who have come so far. */
const reached = (from: number): Window => ({ from, to: null, closed: false, observe: [from, from] });

/**
 * C3: a + kw ≤ r ≤ a + H, everybody watched up to H. H is `--horizon`, else `--periods` periods; without `--periods` there are as many
 * rows as begin by H. Of calendar periods H is the end of the last one, which is no longer in it.
 */
function rollingFixed(asked: Asked<'retention'>): Windows {
  const { length, calendar } = measure(asked);
  const { periods: number = 0, horizon } = asked;
  const periods = horizon ? horizonInPeriods(asked.period, horizon)! : number;
  const rows = asked.periods ?? (calendar ? periods : Math.floor(periods) + 1);
  const end = horizon && !calendar ? elapsed(horizon) : periods * length;
  const windows = Array.from({ length: rows }, (_, k): Window => ({ from: k * length, to: end, closed: !calendar, observe: [0, end] }));
  return { windows, calendar };
}
