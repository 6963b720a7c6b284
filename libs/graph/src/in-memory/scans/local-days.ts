import type { LocalPeriods } from '../../questions/scope.ts';
import type { Derived } from '../derived.ts';
import { Calendars, periodOf } from './periods.ts';

/** Windows of local calendar days, end-inclusive (METRICS C0.4, C0.11). */
export class LocalDays {
  readonly #calendars: Calendars;

  constructor(derived: Derived, days: LocalPeriods) {
    this.#calendars = new Calendars(derived, days);
  }

  /** The number of the local day that holds an instant: comparable within one community. */
  dayOf(community: number, at: number): number {
    return periodOf(this.#calendars.of(community), at);
  }

  /** When the local day of this number begins; Infinity when that is beyond the calendar and so beyond V. */
  startOf(community: number, day: number): number {
    return this.#calendars.of(community)[day] ?? Infinity;
  }

  /** The end of the day `days` after the one that holds `at`: the first instant no longer within that many days. */
  endAfter(community: number, at: number, days: number): number {
    return this.startOf(community, this.dayOf(community, at) + days + 1);
  }
}
