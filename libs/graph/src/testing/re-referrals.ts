import type { ReReferralQuestion } from '../questions/re-referrals.ts';
import { covered, type Draft, on, utcDays } from './drafts.ts';
import type { Stage } from './stage.ts';

const question: ReReferralQuestion = {
  validAt: on(200),
  purposes: ['outcome_stats'],
  reading: 'return',
  variant: 'every',
  horizonDays: 90,
  allReferrers: false,
  days: utcDays,
};
type More = Partial<ReReferralQuestion>;

/** Asks for re-referrals within 90 days, at V = day 200. */
export function asksReReferrals(stage: Stage) {
  const ask = async (facts: readonly Draft[], more: More = {}) => (await stage(facts)).reReferrals({ ...question, ...more });
  /** The counts that are not 0, without groups. */
  const uncovered = async (facts: readonly Draft[], more: More = {}) => {
    const [first] = (await ask(facts, more)).groups;
    return Object.fromEntries(Object.entries(first ?? {}).filter(([, value]) => typeof value === 'number' && value !== 0));
  };
  const reading =
    (name: ReReferralQuestion['reading']) =>
    (facts: readonly Draft[], more: More = {}) =>
      uncovered(covered(...facts), { reading: name, ...more });
  return { ask, uncovered, reading };
}
