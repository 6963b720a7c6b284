import type { ReferralGraph, ReturnCohort, ReturnCounts, ReturnQuestion } from '@kithline/graph';
import { cohortsOf, everybody, type Cohorts } from './cohorts.ts';
import { comparingShares, groupsWanted } from './comparison.ts';
import type { Draft, Series } from './draft.ts';
import { scopeOf, zoneNotes, type Frame } from './frame.ts';
import { gather, total } from './grouping.ts';
import { windowsOf } from './retention-windows.ts';
import { gatherReturns, lostIn, poolCells, withUnknownStart } from './return-cells.ts';
import { simpleMean } from './simple-mean.ts';
import { spelled, spelledPeriod, type Period } from './spelling/durations.ts';
import { spelledPatterns } from './spelling/events.ts';
import { InvalidOption } from './spelling/invalid-option.ts';
import type { Asked } from './spelling/questions.ts';
import { MOST_ROWS, MOST_PERIODS } from './spelling/questions/retention.ts';

/**
 * Retention by period since the start (METRICS C1 to C3), in three variants:
 *
 * `bounded`: R_b(k) = |{p ∈ M_k : ∃ r ∈ Ret(p), a_p + kw ≤ t_r < a_p + (k+1)w, r ≻ S_p}| / |M_k|, M_k = {p : mature at (k+1)w}.
 * Arbitrary brackets [l, u) likewise. A return at a_p + kw exactly belongs to period k; k = 0 counts strictly later returns only.
 *
 * `rolling.reached`: R_u(k) = |{p : V ≥ a_p + kw, ∃ r : a_p + kw ≤ t_r ≤ V}| / |{p : V ≥ a_p + kw}|. The pooled curve may rise, since
 * the denominator shrinks.
 *
 * `rolling.fixed`: R_u(k; H) = |{p ∈ M_H : ∃ r : a_p + kw ≤ t_r ≤ a_p + H}| / |M_H|. Never rises.
 *
 * A calendar period k is the k-th such unit, in the community's local time, after the one that holds the start.
 *
 * @throws InvalidOption when the table would be longer than anybody reads
 */
export async function retention(asked: Asked<'retention'>, frame: Frame): Promise<Draft> {
  const { windows, calendar } = windowsOf(asked);
  const cohorts = dependsOnCohorts(asked) ? cohortsOf(frame, cohortUnitOf(asked)) : everybody;
  const question: ReturnQuestion = {
    ...scopeOf(frame, ['outcome_stats'], asked.by),
    start: asked.start,
    returns: asked.return,
    entry: asked.entry,
    unit: asked.unit,
    cohorts: cohorts.boundaries,
    calendar: calendar ? frame.calendars.periods(calendar) : undefined,
    windows,
    list: asked.list,
  };
  await refuseBeforeCounting(frame.graph, question);
  const counts = await frame.graph.returns(question);
  const byCohort = asked.by === 'cohort';
  const gathered = gatherReturns(counts, byCohort ? cohorts.label : undefined, await groupsWanted(frame, asked));
  refuseEndless(counts);
  const tabling = { mean: asked.mean, label: cohorts.label, periods: 'first' in windows ? periodsFound(counts) : windows.length };
  const seriesOf = (found: readonly ReturnCohort[], noconsent: number | null): Series => series(found, noconsent, tabling);
  const groups = asked.by === undefined ? null : gathered.map((one) => ({ ...one, ...seriesOf(one.found, lostIn(counts, one)) }));
  const pooled = seriesOf(counts.cohorts, total(counts.noconsent, 'units'));
  return {
    definition: { metric: 'retention', version: 1, parameters: parametersOf(asked) },
    variant: asked.variant,
    shape: 'periods',
    columns: ['n', 'k', 'value', 'lower', 'upper', 'n_immature'],
    pooled: { cells: pooled.cells.map((cell) => withUnknownStart(cell, counts)) },
    groups,
    byCohort,
    comparing: asked.mean === 'simple' ? undefined : comparingShares(groups, asked),
    notes: notesOf(asked, frame, calendar !== null || cohorts.local),
  };
}

/** A table of so many periods is short whatever else is asked: it is not worth looking first. */
const SHORT = 100;

/** How many cohorts there are is known from one window alone; counting many cohorts in many windows takes seconds and much memory. */
async function refuseBeforeCounting(graph: ReferralGraph, question: ReturnQuestion): Promise<void> {
  const { windows } = question;
  if ('first' in windows || windows.length <= SHORT) return;
  const { cohorts } = await graph.returns({ ...question, windows: windows.slice(0, 1), list: false });
  refuseRows(windows.length * cohorts.length);
}

function refuseEndless({ cohorts }: ReturnCounts): void {
  const periods = Math.max(0, ...cohorts.map(({ cells }) => cells.length));
  if (periods > MOST_PERIODS)
    throw new InvalidOption('period', `makes more than ${MOST_PERIODS} periods up to V: take longer ones, or say with --periods how many`);
  refuseRows(periods * cohorts.length);
}

function refuseRows(rows: number): void {
  if (rows > MOST_ROWS)
    throw new InvalidOption(
      'by',
      `makes ${rows} rows, a table has at most ${MOST_ROWS}: ask for longer or fewer periods, or larger cohorts`,
    );
}

/** The unit of entry: the one asked for, else the period's; brackets have none. */
export const cohortUnitOf = ({ cohort, brackets, period }: Asked<'retention'>): Period => cohort ?? (brackets ? 'month' : period);

/** Cohorts are told apart, weigh alike, or are entered anew. */
const dependsOnCohorts = ({ by, mean, entry }: Asked<'retention'>): boolean =>
  by === 'cohort' || mean === 'simple' || entry === 'recurring';

/** As many as the graph found over; where nobody consented the first, to say so. */
const periodsFound = ({ cohorts, noconsent }: ReturnCounts): number =>
  Math.max(Math.min(1, noconsent.length), ...cohorts.map(({ cells }) => cells.length));

type Tabling = Readonly<{ mean: 'pooled' | 'simple'; label: Cohorts['label']; periods: number }>;

/** One cell a period, all cohorts together; also of periods and groups in which nobody is. */
function series(found: readonly ReturnCohort[], noconsent: number | null, { mean, label, periods }: Tabling): Series {
  const pooled = Array.from({ length: periods }, (_, period) => poolCells(found, period, noconsent));
  if (mean === 'pooled') return { cells: pooled };
  const cohorts = gather(found, label);
  const alike = (period: number) => cohorts.map((cohort) => poolCells(cohort.found, period, noconsent));
  return { cells: pooled.map((cell, period) => simpleMean(cell, alike(period))) };
}

function parametersOf(asked: Asked<'retention'>) {
  return {
    variant: asked.variant,
    ...(asked.brackets ? { brackets: asked.brackets } : { period: spelledPeriod(asked.period), periods: asked.periods }),
    horizon: asked.horizon && spelled(asked.horizon),
    start: spelledPatterns([asked.start]),
    return: spelledPatterns(asked.return),
    entry: asked.entry,
    unit: asked.unit,
    mean: asked.mean,
    cohort: dependsOnCohorts(asked) ? spelledPeriod(cohortUnitOf(asked)) : undefined,
  };
}

/** Who enters several times stands behind several units. */
const notesOf = ({ entry, unit, mean }: Asked<'retention'>, frame: Frame, local: boolean): string[] => [
  ...(entry === 'recurring' || unit === 'spell' ? ['independence_assumed'] : []),
  ...(mean === 'simple' ? ['simple_mean'] : []),
  ...zoneNotes(frame, local),
];
