import { DAY, daysFromCivil, type Instant } from '@kithline/touchpoints';
import type { Offsets } from './time-zone.ts';

/** Calendar units. Weeks are ISO: they begin on Monday. */
export const units = ['day', 'week', 'month', 'quarter'] as const;
export type Unit = (typeof units)[number];

/** Month (0 = January 1970) of a day counted from 1970-01-01. */
function monthOf(day: number): number {
  const date = new Date(day * DAY);
  return date.getUTCFullYear() * 12 + date.getUTCMonth() - 1970 * 12;
}

const firstOfMonth = (month: number): number => daysFromCivil(1970 + Math.floor(month / 12), (((month % 12) + 12) % 12) + 1, 1);

/** For each unit: the number of the one that holds a day, and the day on which that number begins. 1970-01-05 was a Monday. */
const numbering: Record<Unit, Readonly<{ holding: (day: number) => number; begins: (number: number) => number }>> = {
  day: { holding: (day) => day, begins: (day) => day },
  week: { holding: (day) => Math.floor((day - 4) / 7), begins: (week) => week * 7 + 4 },
  month: { holding: monthOf, begins: firstOfMonth },
  quarter: { holding: (day) => Math.floor(monthOf(day) / 3), begins: (quarter) => firstOfMonth(quarter * 3) },
};

/** The first local day of the unit that holds a local day, both counted from 1970-01-01. */
export const firstDayOf = (unit: Unit, day: number): number => numbering[unit].begins(numbering[unit].holding(day));

/**
 * When local periods begin: from the one that holds `from` to the first one after `to`. A period begins at the first instant whose
 * local date lies in it, so a day has 23 to 25 hours and one whose midnight is skipped begins later. A date that a zone never had
 * (Samoa, 2011-12-30) is a period without an instant: it begins where the next one does, and counting days still counts dates.
 * `offsets` must reach from a quarter before `from` to beyond `to`.
 */
export function periodStarts(unit: Unit, offsets: Offsets, from: Instant, to: Instant): Float64Array {
  const { holding, begins } = numbering[unit];
  const first = holding(Math.floor((from + offsetIn(offsets, from)) / DAY));
  // local clocks are ahead by a day at most, and one period begins after `to`
  const starts = new Float64Array(holding(Math.floor(to / DAY) + 1) + 2 - first);
  let segment = 0;
  for (let count = 0; count < starts.length; count++) {
    const midnight = begins(first + count) * DAY;
    segment = segmentReaching(offsets, segment, midnight);
    const { since, offset } = offsets[segment]!;
    starts[count] = segment === 0 ? midnight - offset : Math.max(since, midnight - offset);
    if (starts[count]! > to) return starts.slice(0, count + 1);
  }
  return starts;
}

/** The first segment, from `segment` on, in which local clocks show `midnight` or later. */
function segmentReaching(offsets: Offsets, segment: number, midnight: number): number {
  for (let at = segment; ; at++) {
    const next = offsets[at + 1];
    if (!next || midnight - offsets[at]!.offset < next.since) return at;
  }
}

/** The offset at an instant of the span. */
export const offsetIn = (offsets: Offsets, at: Instant): number =>
  offsets.findLast(({ since }) => since <= at)?.offset ?? offsets[0]!.offset;
