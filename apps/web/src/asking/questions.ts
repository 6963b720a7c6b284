import type { Question } from './question.ts';

/** The units in which coming back is counted. */
export const periods = ['month', 'week'] as const;
export type Period = (typeof periods)[number];

export const readings = ['return', 'referrer', 'client', 'share', 'onward'] as const;
export type Reading = (typeof readings)[number];

const introducedAgainstDirectory = { by: 'pathway', compare: 'introduced,directory' } as const;

/** The questions of the first screen. */
export const conversion: Question = { name: 'conversion', options: introducedAgainstDirectory };
export const latency: Question = { name: 'latency', options: { ...introducedAgainstDirectory, horizon: '60d' } };
export const outcomeChange: Question = { name: 'outcome-change', options: { instrument: 'PHQ-9' } };
export const reReferral = (reading: Reading): Question => ({ name: 're-referral', options: { reading } });

/** All who entered, together. */
export const retention = (period: Period): Question => ({ name: 'retention', options: { period } });
/** The same by month of entry. */
export const retentionByCohort = (period: Period): Question => ({ name: 'retention', options: { period, by: 'cohort', cohort: 'month' } });
