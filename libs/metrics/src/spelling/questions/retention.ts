import { aboutPersons, cohort } from '../common-options.ts';
import { brackets, duration, elapsed, period } from '../durations.ts';
import { returnEvent, spelledPatterns, startEvent } from '../events.ts';
import { InvalidOption } from '../invalid-option.ts';
import { choice, countTo, flag } from '../kind.ts';
import { defaulted, optional, type Values } from '../option.ts';

/** No table has more periods, nor more rows with all its groups and cohorts: whoever asks for millions must not keep everybody else waiting. */
export const MOST_PERIODS = 10_000;
export const MOST_ROWS = 100_000;

const tables = { variant: ['bounded', 'rolling.reached', 'rolling.fixed'] };

export const retentionOptions = {
  variant: defaulted(choice(['bounded', 'rolling.reached', 'rolling.fixed', 'survival']), 'bounded', {
    help: 'came back in the period; since the period, up to now; since the period, up to the horizon; or the curve of those not lapsed',
  }),
  period: defaulted(period, 'week', { help: 'the length of a period: a calendar unit, or elapsed time', example: '7d', only: tables }),
  periods: optional(countTo(MOST_PERIODS), {
    help: 'how many periods (default: all that are over for somebody)',
    example: '12',
    only: tables,
  }),
  brackets: optional(brackets, {
    help: 'half-open brackets in days, instead of --period',
    example: '0-1,1-7,7-30',
    only: { variant: ['bounded'] },
  }),
  horizon: optional(duration, {
    help: 'rolling.fixed: how long everybody is watched (default: --periods periods); survival: where the headline is read (default 30d)',
    example: '35d',
    only: { variant: ['rolling.fixed', 'survival'] },
  }),
  lapse: defaulted(duration, '30d', { help: 'a gap this long is a lapse', only: { variant: ['survival'] } }),
  start: defaulted(startEvent, 'MemberJoined', { help: 'the event that makes somebody enter' }),
  return: defaulted(returnEvent, 'engagement', { help: 'the event by which somebody comes back', example: 'TouchpointRecorded:workshop' }),
  entry: defaulted(choice(['first', 'first-matching', 'recurring']), 'first', {
    help: 'enter at the first event ever of the type of --start, if it matches; at the first that matches; or in every cohort with one',
  }),
  unit: defaulted(choice(['person', 'spell']), 'person', { help: 'count persons by their first spell, or every spell' }),
  mean: defaulted(choice(['pooled', 'simple']), 'pooled', { help: 'weigh cohorts by their size, or alike', only: tables }),
  list: defaulted(flag, 'false', { help: 'also name the persons behind each count (only with --disclosure none)', only: tables }),
  ...aboutPersons,
  cohort,
};

/** What the options of a retention question contradict in each other. */
export function checkRetention(asked: Values<typeof retentionOptions>, given: ReadonlySet<string>): InvalidOption[] {
  return [...checkHorizon(asked, given), ...checkTable(asked, given), ...checkUnit(asked), ...checkCohort(asked)];
}

function checkTable(asked: Values<typeof retentionOptions>, given: ReadonlySet<string>): InvalidOption[] {
  const problems: InvalidOption[] = [];
  if (asked.brackets && (given.has('period') || given.has('periods')))
    problems.push(new InvalidOption('brackets', 'stand instead of --period and --periods: give one or the other'));
  if (asked.list && asked.disclosure !== 'none') problems.push(new InvalidOption('list', 'names persons: only with --disclosure none'));
  if (asked.mean === 'simple' && asked.compare)
    problems.push(new InvalidOption('compare', 'compares pooled shares: not with --mean simple'));
  return problems;
}

function checkUnit({ unit, entry, start }: Values<typeof retentionOptions>): InvalidOption[] {
  if (unit === 'person' || (entry === 'first' && spelledPatterns([start]) === 'MemberJoined')) return [];
  return [new InvalidOption('unit', 'spell begins with a join or rejoin, and counts each: not with another --start or --entry')];
}

function checkCohort({ cohort: unit, by, mean, entry }: Values<typeof retentionOptions>): InvalidOption[] {
  const matters = by === 'cohort' || mean === 'simple' || entry === 'recurring';
  return unit && !matters ? [new InvalidOption('cohort', 'goes with --by cohort, --mean simple or --entry recurring only')] : [];
}

function checkHorizon(asked: Values<typeof retentionOptions>, given: ReadonlySet<string>): InvalidOption[] {
  if (asked.variant !== 'rolling.fixed') return [];
  if (!asked.horizon) return given.has('periods') ? [] : [new InvalidOption('horizon', 'rolling.fixed needs --horizon, --periods or both')];
  const last = horizonInPeriods(asked.period, asked.horizon);
  if (last === undefined) return [new InvalidOption('horizon', 'must be whole calendar periods, or give an elapsed --period such as 7d')];
  return checkRows(asked, typeof asked.period === 'string' ? last : Math.floor(last) + 1);
}

/** `most`: as many periods begin by the horizon. */
function checkRows({ periods }: Values<typeof retentionOptions>, most: number): InvalidOption[] {
  if (periods !== undefined) return periods > most ? [new InvalidOption('periods', `reach beyond the horizon: at most ${most}`)] : [];
  if (most <= MOST_PERIODS) return [];
  return [new InvalidOption('period', `makes ${most} periods up to the horizon; a table has at most ${MOST_PERIODS}`)];
}

const calendarDays: Readonly<Record<string, number>> = { day: 1, week: 7 };

/** How many periods a horizon is: for calendar days and weeks whole ones only, for months and quarters none. */
export function horizonInPeriods(
  asked: Values<typeof retentionOptions>['period'],
  horizon: NonNullable<Values<typeof retentionOptions>['horizon']>,
): number | undefined {
  if (typeof asked !== 'string') return elapsed(horizon) / elapsed(asked);
  const length = elapsed({ amount: calendarDays[asked] ?? NaN, unit: 'd' });
  return elapsed(horizon) % length === 0 ? elapsed(horizon) / length : undefined;
}
