/** 95 % confidence limits; null where they are undefined. */
export type Limits = Readonly<{ lower: number | null; upper: number | null }>;

/** An estimate with its 95 % confidence limits. */
export type Estimate = Limits & Readonly<{ value: number | null }>;

/** A share as its counts: k of n. */
export type Counts = readonly [k: number, n: number];

export const unlimited: Limits = { lower: null, upper: null };
