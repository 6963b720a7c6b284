import type { Group, LocalPeriods, Scope } from './scope.ts';

/** Conversion within days of an engagement (METRICS C9); the unit is attendee × engagement. */
export type ConversionQuestion = Scope &
  Readonly<{
    variant: 'scheduled' | 'first-session';
    credit: 'last' | 'first' | 'all' | 'fractional';
    /** Window in local days, end-inclusive: local date ≤ date(t₀) + horizonDays. */
    horizonDays: number;
    days: LocalPeriods;
    cohorts?: LocalPeriods | Readonly<{ elapsed: number }>;
  }>;

export type ConversionGroup = Group &
  Readonly<{
    mature: number;
    /** Not a whole number under fractional credit. */
    converted: number;
    immature: number;
    censored: number;
    noconsent: number;
    /** Already in care at the check-in. */
    inCare: number;
    cohort?: Readonly<{ community: string | null; start: number }>;
  }>;

/** `clustered`: some person stands behind several units. */
export type Conversions = Readonly<{ groups: readonly ConversionGroup[]; clustered: boolean }>;
