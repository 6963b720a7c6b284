import type { PersonId } from '@kithline/touchpoints';
import type { EventPattern, Group, LocalPeriods, Scope } from './scope.ts';

/**
 * One window of a unit, in offsets from its start a: elapsed milliseconds, or counted local periods (0 = the one that holds the start,
 * so `from: 1` is the beginning of the next). The unit has returned when some return r ≻ start has from ≤ r < to (≤ `to` when
 * `closed`; no upper end but V when `to` is null).
 */
export type Window = Readonly<{
  from: number;
  to: number | null;
  closed: boolean;
  /** `from` itself does not count: r > from. */
  open?: boolean;
  /**
   * The unit is mature iff V ≥ a + observe[1]; it leaves (counted in `censored`) iff it died or moved away at e < a + observe[1], or
   * some gap of its consent [w, g) has w < a + observe[1] and a + observe[0] < g (METRICS C0.6, C0.8).
   */
  observe: readonly [from: number, to: number];
  /** Only units that did not engage in (a + quietFrom, a + from] belong here at all (METRICS C4, resurrected). */
  quietFrom?: number;
}>;

/** Cohort retention and re-engagement (METRICS C1 to C4): who came back, by cohort and window. */
export type ReturnQuestion = Scope &
  Readonly<{
    start: EventPattern;
    /** The list of METRICS C4 is spelled out by who asks: there a ReferralMade is the referrer's (`as: 'referrer'`); asked for by name it is the client's. */
    returns: readonly EventPattern[];
    /** METRICS C1. `first`: the first event ever of the start's type must also match its kind. */
    entry: 'first' | 'first-matching' | 'recurring';
    unit: 'person' | 'spell';
    /** The cohort of a unit: the local period that holds its start, or the elapsed bucket of this length counted from 1970-01-05T00:00:00Z. */
    cohorts: LocalPeriods | Readonly<{ elapsed: number }>;
    /** In milliseconds, or in periods of these calendars. */
    calendar?: LocalPeriods;
    /**
     * The windows asked for; or, when their number is not given, `first`, and each next one `step` later (from, to and observe move,
     * null stays null), until no unit of the whole answer is over at V (the first in any case), or there are `most`.
     */
    windows: readonly Window[] | Readonly<{ first: Window; step: number; most?: number }>;
    /** Also name the persons counted in `returned` (METRICS R3: the list equals the count). */
    list?: boolean;
  }>;

/** One cell: units in one window. `mature` is the denominator, `returned` the numerator; the others are left out of both. */
export type ReturnCell = Readonly<{
  mature: number;
  returned: number;
  immature: number;
  censored: number;
  /** Canonical ids of the units counted in `returned`, sorted; null for those who may not be named. Only when listed. */
  persons?: readonly (PersonId | null)[];
}>;

/** The units of one group and one cohort. */
export type ReturnCohort = Group &
  Readonly<{
    /** The instant at which the cohort's period began (in the zone of the unit's community) and, for calendars, that community's id list index. */
    cohort: CohortKey;
    units: number;
    /** One a window, in order; shorter than the longest cohort's when the windows were not counted. */
    cells: readonly ReturnCell[];
  }>;

/** The community whose calendar named the period (null: UTC or elapsed), and when the period began. Metrics turn it into a label. */
export type CohortKey = Readonly<{ community: string | null; start: number }>;

export type ReturnCounts = Readonly<{
  cohorts: readonly ReturnCohort[];
  /** Units whose start is not covered by consent, by group: counted here and nowhere else. */
  noconsent: readonly (Group & Readonly<{ units: number }>)[];
  /** Members of unknown start (METRICS C1): MemberLeft or MemberRejoined but no MemberJoined; only when the start is MemberJoined. */
  unknownStart: number;
}>;
