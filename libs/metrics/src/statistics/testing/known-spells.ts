import type { Spells } from '../life-table.ts';

/** Spells told as their days, how each ended (0 censored, 1 happened, 2 competing) and, where some came later, when they came in. */
export const spells = (days: readonly number[], outcomes: readonly number[], entries: readonly number[] = []): Spells => ({
  entry: Float64Array.from(days, (_, unit) => entries[unit] ?? 0),
  exit: Float64Array.from(days),
  outcome: Uint8Array.from(outcomes),
});

const days = [3, 5, 5, 7, 7, 10, 12, 14, 14, 20, 21, 28, 30, 30, 33];
const outcomes = [1, 1, 0, 1, 2, 1, 0, 1, 1, 2, 1, 0, 1, 0, 0];

/** Fifteen referrals of METRICS C17: eight had their first session, two were closed without one. */
export const latency = spells(days, outcomes);

/** The same, some of which came under observation later than they were made. */
export const delayed = spells(days, outcomes, [0, 0, 2, 0, 4, 6, 0, 0, 10, 0, 0, 0, 15, 0, 0]);

/** Two arms of METRICS C17: medians 11 and 19 days, and far from a difference that one could rely on. */
export const community = spells([2, 4, 4, 6, 9, 11, 15, 18, 25, 30], [1, 1, 1, 1, 0, 1, 1, 1, 0, 0]);
export const directory = spells([5, 8, 10, 12, 16, 19, 22, 27, 30, 30], [1, 1, 0, 1, 1, 1, 0, 1, 0, 0]);
