import { type AnswerTo, retentionRows } from '../../asking/answer.ts';
import { figures, format } from '../../words/index.ts';
import { shownOf, stateOf } from '../cell-state.ts';
import { groupOf } from '../groups.ts';
import type { Told } from './headline.tsx';

const { conversion, latency, outcomeChange, retention } = figures;
/** How large a difference is; its unit says in which direction. */
const size = (share: number): string => format.percent(Math.abs(share));
const nothing = { value: null, beside: [], sentence: '' } as const;

/** How many were booked. */
export function tellConversion(answer: AnswerTo<'conversion'>): Told {
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
export function tellComparison({ comparison, ...top }: AnswerTo<'conversion'>): Told {
  const { suppressed = false, relative, difference, relative_lower: lower, relative_upper: upper } = comparison ?? {};
  const there = allOf(relative, difference, lower, upper);
  if (!there) return { ...nothing, state: suppressed ? 'hidden' : absentAs(top), written: size };
  const [more, points, from, to] = there;
  return {
    state: 'shown',
    value: more,
    written: size,
    unit: conversion.more(more),
    beside: [conversion.moreInterval(from, to), countsOf(top)],
    sentence: `${conversion.comparison(more, points)} ${conversion.chance(from, to)}`,
  };
}

/** The numbers when none is missing. */
const allOf = <const Numbers extends readonly unknown[]>(...numbers: Numbers): { [At in keyof Numbers]: number } | undefined =>
  numbers.every((each) => typeof each === 'number') ? (numbers as unknown as { [At in keyof Numbers]: number }) : undefined;

/** Where there is a share but no comparison, one of its sides is empty. */
const absentAs = (top: Omit<AnswerTo<'conversion'>, 'comparison'>) => (stateOf(top) === 'shown' ? 'empty' : stateOf(top));

const countsOf = (answer: Pick<AnswerTo<'conversion'>, 'groups'>): string =>
  ['introduced', 'directory']
    .flatMap((name) => shownOf(groupOf(answer, name)) ?? [])
    .map(({ k, n }) => figures.of(k, n))
    .join(' and ');

/** How much sooner the introduced had their first session. */
export function tellLatency(answer: AnswerTo<'latency'>): Told {
  const { suppressed = false, sooner, sooner_lower: lower, sooner_upper: upper } = answer.comparison ?? {};
  const there = allOf(sooner, groupOf(answer, 'introduced')?.median, groupOf(answer, 'directory')?.median);
  if (!there) return { ...nothing, state: suppressed ? 'hidden' : waitsFor(answer), written: size };
  const [share, introduced, directory] = there;
  return {
    state: 'shown',
    value: share,
    written: size,
    unit: latency.sooner(share),
    beside: [...intervalOf(lower, upper), latency.referrals(answer.n ?? 0)],
    sentence: latency.sentence(introduced, directory),
  };
}

const intervalOf = (lower: unknown, upper: unknown): string[] => {
  const ends = allOf(lower, upper);
  return ends ? [latency.soonerInterval(...ends)] : [];
};

/** Why there is no median to compare: hidden, no referral yet, or too few of them have been followed until their session. */
const waitsFor = ({ n, suppressed }: AnswerTo<'latency'>) => (suppressed ? 'hidden' : n === 0 ? 'empty' : 'immature');

/** How many were back in the month after they joined. */
export function tellRetention(answer: AnswerTo<'retention'>): Told {
  const row = retentionRows(answer).find(({ period }) => period === 1);
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
export function tellOutcome(answer: AnswerTo<'outcome-change'>): Told {
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
