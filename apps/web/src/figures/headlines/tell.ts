import type { Answer, LatencyAnswer, OutcomeAnswer, RetentionRow } from '../../asking/answer.ts';
import { figures, format } from '../../words/index.ts';
import { shownOf, stateOf } from '../cell-state.ts';
import { groupOf } from '../groups.ts';
import type { Told } from './headline.tsx';

const { conversion, latency, outcomeChange, retention } = figures;
/** How large a difference is; its unit says in which direction. */
const size = (share: number): string => format.percent(Math.abs(share));
const nothing = { value: null, beside: [], sentence: '' } as const;

/** How many were booked. */
export function tellConversion(answer: Answer): Told {
  const shown = shownOf(answer);
  if (!shown) return { ...nothing, state: stateOf(answer), written: format.percent };
  return {
    state: 'shown',
    value: shown.value,
    written: format.percent,
    beside: [figures.ci(shown.lower, shown.upper), figures.of(shown.k, shown.n)],
    sentence: conversion.sentence(shown.value),
  };
}

/** How much more often the introduced were booked. */
export function tellComparison({ comparison, ...top }: Answer): Told {
  const { relative, difference, lower, upper } = comparison ?? {};
  if (relative == null || difference == null || lower == null || upper == null)
    return { ...nothing, state: comparison?.suppressed ? 'hidden' : absentAs(top), written: size };
  const chance = lower <= 0 && upper >= 0 ? conversion.holdsZero : conversion.leavesZero;
  return {
    state: 'shown',
    value: relative,
    written: size,
    unit: conversion.more(relative),
    beside: [conversion.differenceInterval(lower, upper), countsOf(top)],
    sentence: `${conversion.comparison(relative, difference)} ${chance}`,
  };
}

/** Where there is a share but no comparison, one of its sides is empty. */
const absentAs = (top: Omit<Answer, 'comparison'>) => (stateOf(top) === 'shown' ? 'empty' : stateOf(top));

const countsOf = (answer: Pick<Answer, 'groups'>): string =>
  ['introduced', 'directory']
    .flatMap((name) => shownOf(groupOf(answer, name)) ?? [])
    .map(({ k, n }) => figures.of(k, n))
    .join(' and ');

/** How much sooner the introduced had their first session. */
export function tellLatency(answer: LatencyAnswer): Told {
  const [introduced, directory] = [groupOf(answer, 'introduced')?.median, groupOf(answer, 'directory')?.median];
  const { sooner, sooner_lower: lower, sooner_upper: upper, suppressed } = answer.comparison ?? {};
  if (sooner == null || introduced == null || directory == null)
    return { ...nothing, state: suppressed ? 'hidden' : answer.n === 0 ? 'empty' : 'immature', written: size };
  return {
    state: 'shown',
    value: sooner,
    written: size,
    unit: latency.sooner(sooner),
    beside: [...(lower != null && upper != null ? [figures.ci(lower, upper)] : []), latency.referrals(answer.n ?? 0)],
    sentence: latency.sentence(introduced, directory),
  };
}

/** How many were back in the month after they joined. */
export function tellRetention(answer: Answer<RetentionRow>): Told {
  const row = answer.rows.find(({ period }) => period === 1);
  const shown = shownOf(row);
  if (!shown) return { ...nothing, state: row ? stateOf(row) : stateOf({ ...answer, value: null }), written: format.percent };
  return {
    state: 'shown',
    value: shown.value,
    written: format.percent,
    beside: [figures.ci(shown.lower, shown.upper), figures.of(shown.k, shown.n)],
    sentence: retention.sentence(shown.value),
  };
}

/** By how much a score changed. */
export function tellOutcome(answer: OutcomeAnswer): Told {
  const shown = shownOf(answer);
  if (!shown || answer.median === null) return { ...nothing, state: shown ? 'hidden' : stateOf(answer), written: format.score };
  return {
    state: 'shown',
    value: answer.median,
    written: format.score,
    unit: outcomeChange.points,
    beside: [`${outcomeChange.answered}: ${format.percent(shown.value)}`, figures.of(shown.k, shown.n)],
    sentence: outcomeChange.sentence(answer.median),
  };
}
