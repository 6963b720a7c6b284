import { DAY, daysFromCivil } from '@kithline/touchpoints';
import type { Written } from './date-format.ts';

/** An instant in nanoseconds since 1970: exact sums, and fractions of a second as they were written. */
export type Nanoseconds = bigint;

const HOUR = 3_600_000;
/** Clocks are put forward or back on a quarter of an hour, so an offset holds at least that long. */
const QUARTER = 900_000;

/** The instant of what was written, in its own offset or else on the clocks of `zone`. */
export function instantOf(written: Written, zone: string): Nanoseconds {
  const local = localMilliseconds(written);
  const utc = written.offset === undefined ? utcOf(local, zone) : local - written.offset * 60_000;
  return BigInt(utc) * 1_000_000n + BigInt(written.nanosecond);
}

const localMilliseconds = ({ year, month, day, hour, minute, second }: Written): number =>
  daysFromCivil(year, month, day) * DAY + hour * HOUR + minute * 60_000 + second * 1000;

/**
 * The UTC milliseconds at which clocks in `zone` show `local` (milliseconds of the shown date and time, as if they were UTC).
 * An hour that clocks show twice is the first of the two; one they skip is moved forward by what was skipped.
 */
export function utcOf(local: number, zone: string): number {
  if (zone === 'UTC') return local;
  const before = local - offsetAt(local - DAY, zone);
  const after = local - offsetAt(local + DAY, zone);
  const fits = [before, after].filter((utc) => utc + offsetAt(utc, zone) === local);
  return fits.length > 0 ? Math.min(...fits) : Math.max(before, after);
}

const formats = new Map<string, Intl.DateTimeFormat>();
const offsets = new Map<string, number>();

/** Milliseconds by which clocks in `zone` are ahead of UTC; remembered by the quarter, since asking Intl is slow. */
function offsetAt(utc: number, zone: string): number {
  const quarter = Math.floor(utc / QUARTER) * QUARTER;
  const key = `${zone} ${quarter}`;
  const known = offsets.get(key);
  if (known !== undefined) return known;
  if (offsets.size > 100_000) offsets.clear();
  const offset = shownAt(quarter, zone) - quarter;
  offsets.set(key, offset);
  return offset;
}

function shownAt(utc: number, zone: string): number {
  const parts = Object.fromEntries(
    formatOf(zone)
      .formatToParts(utc)
      .map(({ type, value }) => [type, Number(value)]),
  );
  const { year = NaN, month = NaN, day = NaN, hour = NaN, minute = NaN, second = NaN } = parts;
  return daysFromCivil(year, month, day) * DAY + hour * HOUR + minute * 60_000 + second * 1000;
}

/** @throws RangeError for a zone that does not exist */
function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known) return known;
  const digits = 'numeric';
  const format = new Intl.DateTimeFormat('en-u-ca-iso8601-hc-h23-nu-latn', {
    timeZone: zone,
    ...{ year: digits, month: digits, day: digits, hour: digits, minute: digits, second: digits },
  });
  formats.set(zone, format);
  return format;
}

/** Whether there are clocks in a zone of this IANA name. */
export function isTimeZone(name: string): boolean {
  try {
    formatOf(name);
    return true;
  } catch {
    return false;
  }
}

/** RFC 3339 in UTC, with as many digits of the fraction as there are. */
export function writeInstant(instant: Nanoseconds): string {
  const fraction = ((instant % 1_000_000_000n) + 1_000_000_000n) % 1_000_000_000n;
  const whole = new Date(Number((instant - fraction) / 1_000_000n)).toISOString().slice(0, 19);
  const digits = fraction.toString().padStart(9, '0').replace(/0+$/, '');
  return digits === '' ? `${whole}Z` : `${whole}.${digits}Z`;
}
