import { CENSORED, COMPETING, HAPPENED, type DurationGroup } from '@kithline/graph';
import type { Cell, Curve, Series, Statistic } from './draft.ts';
import { countOutcome, type Units } from './durations.ts';
import { total } from './grouping.ts';
import {
  aalenJohansen,
  incidenceAt,
  kaplanMeier,
  lifeTable,
  medianLimits,
  medianMidpoint,
  rmst,
  survivalAt,
  timeBy,
  type Estimate,
  type LifeTable,
  type SurvivalCurve,
} from './statistics/index.ts';

/**
 * What is read from the curve at the horizon: the share that had the event while others came to competing ends (`incidence`), the share
 * that had it if there were none (`event`), or the share that did not (`survival`).
 */
export type Headline = 'incidence' | 'event' | 'survival';

/** How survival is told: which headline, at how many days. */
export type Reading = Readonly<{ headline: Headline; horizon: number }>;

/** A group's units with the estimates that comparisons are made of. */
export type Estimated = Readonly<{ units: Units; table: LifeTable; curve: SurvivalCurve }>;

export type SurvivalSeries = Series & Readonly<{ estimated: Estimated }>;

/** The figures and the curve of some groups of units (METRICS C5). Medians, quartiles and RMST are Kaplan–Meier's in either variant. */
export function survivalSeries(units: Units, groups: readonly DurationGroup[], reading: Reading): SurvivalSeries {
  const table = lifeTable(units);
  const curve = kaplanMeier(table);
  const { headline, steps } = reading.headline === 'incidence' ? incidence(table, reading) : survival(curve, reading);
  const cell: Cell = {
    ...(headline ?? { value: null, lower: null, upper: null }),
    n: table.units,
    k: numerator(units, reading),
    n_mature: null,
    sides: {
      n_immature: null,
      n_censored: countOutcome(units, CENSORED),
      n_noconsent: total(groups, 'noconsent'),
      n_competing: countOutcome(units, COMPETING),
      n_inverted: total(groups, 'inverted'),
      n_no_start: total(groups, 'noStart'),
      n_not_at_risk: total(groups, 'notAtRisk'),
    },
    statistics: statisticsOf(curve, reading.horizon),
  };
  return { cells: [cell], curve: steps, estimated: { units, table, curve } };
}

type Told = Readonly<{ headline: Estimate | null; steps: Curve }>;

const columnsOf = ({ time, atRisk, events, competing, censored }: LifeTable) => ({ time, at_risk: atRisk, events, competing, censored });

function incidence(table: LifeTable, { horizon }: Reading): Told {
  const curve = aalenJohansen(table);
  const { cifSession, cifClosed, eventFree, lower, upper } = curve;
  const steps = { ...columnsOf(table), cif_session: cifSession, cif_closed: cifClosed, event_free: eventFree, lower, upper };
  return { headline: incidenceAt(curve, horizon), steps };
}

function survival(curve: SurvivalCurve, { headline, horizon }: Reading): Told {
  const { table, survival: left, se, lower, upper } = curve;
  const at = survivalAt(curve, horizon);
  return { headline: headline === 'event' ? complement(at) : at, steps: { ...columnsOf(table), survival: left, se, lower, upper } };
}

const lessThanOne = (share: number | null): number | null => (share === null ? null : 1 - share);

const complement = (at: Estimate | null): Estimate | null =>
  at && { value: lessThanOne(at.value), lower: lessThanOne(at.upper), upper: lessThanOne(at.lower) };

/** How many had the event by the horizon; of survival, how many are seen to be left there. */
function numerator({ exit, outcome }: Units, { headline, horizon }: Reading): number {
  let count = 0;
  for (let unit = 0; unit < exit.length; unit++) {
    const happened = outcome[unit] === HAPPENED && exit[unit]! <= horizon;
    const left = exit[unit]! > horizon || (exit[unit] === horizon && outcome[unit] === CENSORED);
    if (headline === 'survival' ? left : happened) count++;
  }
  return count;
}

/** `median` is the first time with Ŝ ≤ 0.5; `median_midpoint` differs from it only where Ŝ is flat at 0.5, and is then R's. */
function statisticsOf(curve: SurvivalCurve, horizon: number): Readonly<Record<string, Statistic>> {
  const { lower, upper } = medianLimits(curve);
  const mean = rmst(curve, horizon);
  const told = {
    median: timeBy(curve, 0.5),
    median_midpoint: medianMidpoint(curve) ?? timeBy(curve, 0.5),
    median_lower: lower,
    median_upper: upper,
    q25: timeBy(curve, 0.25),
    q75: timeBy(curve, 0.75),
    rmst: mean?.value ?? null,
    rmst_se: mean?.se ?? null,
  };
  return Object.fromEntries(Object.entries(told).map(([name, value]) => [name, { value, of: curve.table.units }]));
}
