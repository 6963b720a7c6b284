import { DAY } from '@kithline/touchpoints';
import type { Naming } from '../naming.ts';
import type { LatencyQuestion } from '../questions/durations.ts';
import { covered, type Draft, on, utcDays } from './drafts.ts';
import type { Stage } from './stage.ts';

/** First session after the referral was made, at V = day 60. */
export const firstSession: LatencyQuestion = {
  validAt: on(60),
  purposes: ['outcome_stats'],
  from: 'made',
  session: 1,
  clock: 'continue',
  days: utcDays,
};

/** Asks for latencies; each unit as `days:outcome` (0 censored, 1 session, 2 competing), with `entry+` before it when it entered late. */
export function asksLatencies(stage: Stage) {
  const latenciesOf = async (facts: readonly Draft[], more: Partial<LatencyQuestion> = {}, naming?: Naming) => {
    const graph = await stage(facts, naming);
    const { entry, exit, outcome, groups, group, ...rest } = await graph.latencies({ ...firstSession, ...more });
    const units = [...exit].map((at, i) => `${entry[i] ? `${entry[i] / DAY}+` : ''}${at / DAY}:${outcome[i]}`);
    return { units, groups, group: [...group], ...rest };
  };
  return {
    latenciesOf,
    unitsOf: async (facts: readonly Draft[], more: Partial<LatencyQuestion> = {}) => (await latenciesOf(covered(...facts), more)).units,
    countsOf: async (facts: readonly Draft[], more: Partial<LatencyQuestion> = {}) =>
      (await latenciesOf(covered(...facts), more)).groups[0],
  };
}
