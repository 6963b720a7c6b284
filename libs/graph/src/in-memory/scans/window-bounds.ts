import type { LocalPeriods } from '../../questions/scope.ts';
import type { Window } from '../../questions/returns.ts';
import type { Derived } from '../derived.ts';
import { Calendars, periodOf } from './periods.ts';

/** The j-th window of a question, whether listed or stepped. */
export function windowAt(windows: readonly Window[] | Readonly<{ first: Window; step: number }>, j: number): Window | undefined {
  if (!('first' in windows)) return windows[j];
  const { first, step } = windows;
  const by = j * step;
  return {
    ...first,
    from: first.from + by,
    to: first.to === null ? null : first.to + by,
    observe: [first.observe[0] + by, first.observe[1] + by],
  };
}

/** Turns offsets of a window into instants, for the unit it was set to: elapsed time, or periods of the community's calendar. */
export class Bounds {
  readonly #calendars: Calendars | undefined;
  #start = 0;
  #period = 0;
  #starts: Float64Array = new Float64Array();

  constructor(derived: Derived, calendar: LocalPeriods | undefined) {
    this.#calendars = calendar && new Calendars(derived, calendar);
  }

  set(start: number, community: number): void {
    this.#start = start;
    if (!this.#calendars) return;
    this.#starts = this.#calendars.of(community);
    this.#period = periodOf(this.#starts, start);
  }

  /** Beyond the calendar's end is beyond V; so is Infinity. */
  at(offset: number): number {
    if (!this.#calendars) return this.#start + offset;
    const period = this.#period + offset;
    return period < this.#starts.length ? this.#starts[period | 0]! : Infinity;
  }

  /** The instants of the first `count` offsets, written into a column: a scan asks for millions. */
  fill(offsets: Float64Array, count: number, into: Float64Array): void {
    const [calendar, start, period, starts] = [this.#calendars !== undefined, this.#start, this.#period, this.#starts];
    for (let j = 0; j < count; j++) {
      const at = period + offsets[j]!;
      if (!calendar) into[j] = start + offsets[j]!;
      else into[j] = at < starts.length ? starts[at | 0]! : Infinity;
    }
  }

  /** How many of the ascending offsets are at or before an instant. */
  countUntil(offsets: Float64Array, until: number): number {
    let low = 0;
    let high = offsets.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.at(offsets[middle]!) <= until) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
