import type { CommunityId } from '@kithline/touchpoints';
import type { LocalPeriods } from '../../questions/scope.ts';
import type { Derived } from '../derived.ts';

/** Monday, 1970-01-05: elapsed buckets are counted from here, so that buckets of seven days begin on Mondays. */
const ELAPSED_ORIGIN = 4 * 86_400_000;

export type Buckets = LocalPeriods | Readonly<{ elapsed: number }>;

/** The calendars of a question by community number, -1 for events of no community. */
export class Calendars {
  readonly #starts: readonly Float64Array[];
  readonly #none: Float64Array;

  constructor(derived: Derived, periods: LocalPeriods) {
    const { communities } = derived.journal.tables;
    this.#none = periods.get(null) ?? new Float64Array();
    this.#starts = Array.from({ length: communities.count }, (_, community) => periods.get(communities.text(community)) ?? this.#none);
  }

  /** The starts of this community's periods. */
  of(community: number): Float64Array {
    return community < 0 ? this.#none : this.#starts[community]!;
  }
}

/**
 * The index of the period that holds an instant: the last start at or before it, -1 before the first. Periods of a calendar are nearly
 * equally long, so a straight line from the first start to the last points at the one looked for, or close to it.
 */
export function periodOf(starts: Float64Array, at: number): number {
  const last = starts.length - 1;
  if (last < 0 || at < starts[0]!) return -1;
  if (at >= starts[last]!) return last;
  let period = Math.floor(((at - starts[0]!) / (starts[last]! - starts[0]!)) * last);
  while (starts[period]! > at) period--;
  while (starts[period + 1]! <= at) period++;
  return period;
}

/** The cohort of a start: the period or bucket that holds it. */
export class Cohorts {
  readonly #calendars: Calendars | undefined;
  readonly #elapsed: number;
  readonly #names: (CommunityId | null)[];

  constructor(derived: Derived, buckets: Buckets) {
    const elapsed = 'elapsed' in buckets ? buckets.elapsed : undefined;
    this.#elapsed = elapsed ?? 0;
    this.#calendars = elapsed === undefined ? new Calendars(derived, buckets as LocalPeriods) : undefined;
    const { communities } = derived.journal.tables;
    this.#names = Array.from({ length: communities.count }, (_, community) => communities.text(community));
  }

  /** Buckets of elapsed time are the same for every community. */
  get elapsed(): boolean {
    return this.#calendars === undefined;
  }

  /** When the cohort's period began. */
  startOf(community: number, at: number): number {
    if (!this.#calendars) return Math.floor((at - ELAPSED_ORIGIN) / this.#elapsed) * this.#elapsed + ELAPSED_ORIGIN;
    const starts = this.#calendars.of(community);
    return starts[periodOf(starts, at)] ?? NaN;
  }

  /** The community whose calendar names the period, null for UTC and elapsed buckets. */
  nameOf(community: number): CommunityId | null {
    return this.#calendars && community >= 0 ? this.#names[community]! : null;
  }
}
