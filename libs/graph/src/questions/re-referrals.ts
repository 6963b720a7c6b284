import type { Group, LocalPeriods, Scope } from './scope.ts';

/** Re-referral (METRICS C6): five readings, always named. */
export type ReReferralQuestion = Scope &
  Readonly<{
    reading: 'return' | 'referrer' | 'client' | 'share' | 'onward';
    /** Of `return` only. */
    variant: 'every' | 'chained';
    /** H in local days, end-inclusive: day H after the day that holds the index event is the last. */
    horizonDays: number;
    /** Of `referrer`: also referrers who referred to nobody in the window. */
    allReferrers: boolean;
    days: LocalPeriods;
    cohorts?: LocalPeriods | Readonly<{ elapsed: number }>;
  }>;

export type ReReferralGroup = Group &
  Readonly<{
    /** Mature units and those of them that were re-referred. */
    mature: number;
    referred: number;
    immature: number;
    censored: number;
    noconsent: number;
    /** Chains whose last referral is not concluded by V (reading `return`, variant `chained`). */
    open: number;
    /** Self-referrals, merged-person loops and reciprocal pairs (readings 2 to 4). */
    excluded: number;
    cohort?: Readonly<{ community: string | null; start: number }>;
  }>;

export type ReReferrals = Readonly<{
  groups: readonly ReReferralGroup[];
  /** Units and numerators of each practitioner with a mature unit, in no order and without names: what shrinkage is estimated from. */
  practitioners: readonly Readonly<{ mature: number; referred: number }>[];
}>;
