import { DAY, type Instant, daysFromCivil } from '@kithline/touchpoints';

/** A local date as days since 1970-01-01. */
export type LocalDay = number;

export const localDay = (date: string): LocalDay =>
  daysFromCivil(Number(date.slice(0, 4)), Number(date.slice(5, 7)), Number(date.slice(8, 10)));

const clocks = new Map<string, Intl.DateTimeFormat>();

/** What a clock on the wall shows at an instant, as if it were UTC. */
function wallAt(instant: Instant, zone: string): number {
  const clock = clocks.get(zone) ?? new Intl.DateTimeFormat('en-CA-u-hc-h23', { timeZone: zone, dateStyle: 'short', timeStyle: 'medium' });
  clocks.set(zone, clock);
  const [date = '', time = ''] = clock.format(instant).split(', ');
  const [hour = 0, minute = 0, second = 0] = time.split(':').map(Number);
  return localDay(date) * DAY + ((hour * 60 + minute) * 60 + second) * 1000;
}

/** The instant at which a clock in `zone` shows `minutes` past midnight of `day`. Times in the hour that a change skips are not asked for. */
export function instantOf(day: LocalDay, minutes: number, zone: string): Instant {
  const wall = day * DAY + minutes * 60_000;
  const guess = wall - (wallAt(wall, zone) - wall);
  return guess - (wallAt(guess, zone) - wall);
}

/** The local date that holds an instant. */
export const localDayOf = (instant: Instant, zone: string): LocalDay => Math.floor(wallAt(instant, zone) / DAY);
