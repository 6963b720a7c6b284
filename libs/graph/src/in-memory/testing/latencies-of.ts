import { DAY } from '@kithline/touchpoints';
import type { LatencyQuestion } from '../../questions/durations.ts';
import type { Derived } from '../derived.ts';
import { latencies } from '../scans/latencies.ts';
import { type Draft, everybody, happened, on, utcDays } from './happened.ts';

/** First session after the referral was made, at V = day 60. */
export const firstSession: LatencyQuestion = {
  validAt: on(60),
  purposes: ['outcome_stats'],
  from: 'made',
  session: 1,
  clock: 'continue',
  days: utcDays,
};

/** The answer, each unit as `days:outcome` (0 censored, 1 session, 2 competing), with `entry+` before it when it entered late. */
export function latenciesOf(derived: Derived, more: Partial<LatencyQuestion> = {}) {
  const { entry, exit, outcome, groups, group, ...rest } = latencies(derived, { ...firstSession, ...more }, everybody);
  const units = [...exit].map((at, i) => `${entry[i] ? `${entry[i] / DAY}+` : ''}${at / DAY}:${outcome[i]}`);
  return { units, groups, group: [...group], ...rest };
}
export const unitsOf = (facts: readonly Draft[], more: Partial<LatencyQuestion> = {}): readonly string[] =>
  latenciesOf(happened(...facts), more).units;
export const countsOf = (facts: readonly Draft[], more: Partial<LatencyQuestion> = {}) => latenciesOf(happened(...facts), more).groups[0];
