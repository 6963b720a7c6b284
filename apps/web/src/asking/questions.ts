import { question } from './question.ts';

/** The units in which coming back is counted. */
export const periods = ['month', 'week'] as const;
export type Period = (typeof periods)[number];

export const readings = ['return', 'referrer', 'client', 'share', 'onward'] as const;
export type Reading = (typeof readings)[number];

const introducedAgainstDirectory = { by: 'pathway', compare: 'introduced,directory' } as const;

/** The questions of the first screen. */
export const conversion = question('conversion', introducedAgainstDirectory);
/** The one that a late sheet changes: it needs to be waited for three days only. */
export const bookedSoon = question('conversion', { horizon: '3d' });
export const latency = question('latency', { ...introducedAgainstDirectory, horizon: '60d' });
export const outcomeChange = question('outcome-change', { instrument: 'PHQ-9' });
export const reReferral = (reading: Reading) => question('re-referral', { reading });

/** All who entered, together. */
export const retention = (period: Period) => question('retention', { period });
/** The same by month of entry. */
export const retentionByCohort = (period: Period) => question('retention', { period, by: 'cohort', cohort: 'month' });
