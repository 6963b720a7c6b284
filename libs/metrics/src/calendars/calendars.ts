import type { CohortKey, Community, LocalPeriods } from '@kithline/graph';
import { DAY, type CommunityId, type Instant } from '@kithline/touchpoints';
import { bucketLabel, dateOf, periodLabel } from './labels.ts';
import { periodStarts, type Unit } from './local-periods.ts';
import { isTimeZone, offsetAt, offsetsOf } from './time-zone.ts';

/** Further than any unit reaches back from an instant that it holds. */
const MARGIN = 100 * DAY;

/** A cohort unit: a calendar unit, or elapsed buckets of so many milliseconds counted from 1970-01-05T00:00:00Z. */
export type Bucketing = Unit | Readonly<{ elapsed: number }>;

/**
 * The local calendars of communities (METRICS C0.4): where their days, weeks, months and quarters begin, and how those are called.
 * Events of no community, and communities whose zone is not known, go by UTC.
 */
export class Calendars {
  /** Some community's zone is not known (note `zone_unknown`, METRICS C0.1). */
  readonly zoneUnknown: boolean;
  readonly #zones: ReadonlyMap<CommunityId | null, string | null>;
  readonly #span: Readonly<{ from: Instant; to: Instant }>;

  /** `asked`: those whose zone matters to the question (all, when absent). */
  constructor(communities: readonly Community[], span: Readonly<{ from: Instant; to: Instant }>, asked?: readonly CommunityId[]) {
    const zones = new Map<CommunityId | null, string | null>([[null, null]]);
    for (const { id, timeZone } of communities) zones.set(id, timeZone !== null && isTimeZone(timeZone) ? timeZone : null);
    this.zoneUnknown = communities.some(({ id }) => zones.get(id) === null && (asked?.includes(id) ?? true));
    this.#zones = zones;
    this.#span = span;
  }

  /** Where the periods of a unit begin in each community, over the span. Communities of one zone share one array. */
  periods(unit: Unit): LocalPeriods {
    const { from, to } = this.#span;
    const arrays = new Map<string | null, Float64Array>();
    for (const zone of new Set(this.#zones.values()))
      arrays.set(zone, periodStarts(unit, offsetsOf(zone, from - MARGIN, to + MARGIN), from, to));
    return new Map([...this.#zones].map(([community, zone]) => [community, arrays.get(zone)!]));
  }

  /** The boundaries of cohorts as the graph takes them. */
  cohorts(by: Bucketing): LocalPeriods | Readonly<{ elapsed: number }> {
    return typeof by === 'string' ? this.periods(by) : by;
  }

  /** What a cohort is called: `2026-W10`. */
  label(by: Bucketing, { community, start }: CohortKey): string {
    return typeof by === 'string' ? periodLabel(by, this.#localDay(community, start)) : bucketLabel(by.elapsed, start);
  }

  /** The local date of an instant in a community: `2026-03-02`. */
  localDate(community: CommunityId | null, at: Instant): string {
    return dateOf(this.#localDay(community, at));
  }

  #localDay(community: CommunityId | null, at: Instant): number {
    return Math.floor((at + offsetAt(this.#zones.get(community) ?? null, at)) / DAY);
  }
}
