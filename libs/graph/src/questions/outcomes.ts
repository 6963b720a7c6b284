import type { Group, LocalPeriods, Scope } from './scope.ts';

/** Change of a measured outcome after an engagement (METRICS C10); the unit is attendee × engagement with a score before. */
export type OutcomeQuestion = Scope &
  Readonly<{
    instrument: string;
    /** Local days after date(t₀), both inclusive. */
    window: readonly [from: number, to: number];
    days: LocalPeriods;
    cohorts?: LocalPeriods | Readonly<{ elapsed: number }>;
  }>;

export type OutcomeGroup = Group &
  Readonly<{
    /** Mature units: the score before, and the one after or null. Parallel arrays. */
    before: readonly number[];
    after: readonly (number | null)[];
    immature: number;
    censored: number;
    noconsent: number;
    cohort?: Readonly<{ community: string | null; start: number }>;
  }>;

export type OutcomePairs = Readonly<{ groups: readonly OutcomeGroup[]; clustered: boolean }>;
