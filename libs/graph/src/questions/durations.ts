import type { EventPattern, Group, LocalPeriods, Scope } from './scope.ts';

/** Outcome codes of a duration, as in the golden vectors of METRICS C17. */
export const CENSORED = 0;
export const HAPPENED = 1;
export const COMPETING = 2;

/** Durations with their outcome, one a unit, in columns; what survival estimates are computed from. Milliseconds. */
export type Durations = Readonly<{
  groups: readonly DurationGroup[];
  /** Delayed entry: the unit is under observation from here on; 0 for nearly all. */
  entry: Float64Array;
  exit: Float64Array;
  /** CENSORED, HAPPENED or COMPETING at `exit`. */
  outcome: Uint8Array;
  /** Index into `groups`. */
  group: Int32Array;
  /** The canonical person of each unit, numbered in byte order of their ids (0 = smallest); empty unless `clustered` was asked. */
  person: Int32Array;
  /** Whether some person stands behind several units (note `independence_assumed`). */
  clustered: boolean;
}>;

/** Units left out, counted beside the group. Groups without a unit in the columns are listed too when they have a count. */
export type DurationGroup = Group &
  Readonly<{
    noconsent: number;
    inverted: number;
    noStart: number;
    notAtRisk: number;
    /** Cohort of the unit's start, when cohorts were asked. */
    cohort?: Readonly<{ community: string | null; start: number }>;
  }>;

/** Retention as survival (METRICS C3): from the start to the last engagement before the first gap of `lapse`. */
export type LapseQuestion = Scope &
  Readonly<{
    start: EventPattern;
    returns: readonly EventPattern[];
    entry: 'first' | 'first-matching' | 'recurring';
    unit: 'person' | 'spell';
    /** L, in milliseconds. */
    lapse: number;
    /** Group by cohort as well. */
    cohorts?: LocalPeriods | Readonly<{ elapsed: number }>;
    /** For entry `recurring`: a person is one unit in each of these periods in which they start. */
    recurring?: LocalPeriods | Readonly<{ elapsed: number }>;
    clustered?: boolean;
  }>;

/** Referral-to-session latency (METRICS C5, C5b); the unit is the referral. */
export type LatencyQuestion = Scope &
  Readonly<{
    from: 'made' | 'accepted' | 'first-touch';
    /** Which attended treatment session ends the duration. */
    session: 1 | 3;
    clock: 'continue' | 'segment';
    /** Two sessions on one local day count once: where local days begin (asked for session 3). */
    days: LocalPeriods;
    cohorts?: LocalPeriods | Readonly<{ elapsed: number }>;
    clustered?: boolean;
  }>;
