/** A moment as milliseconds since 1970-01-01T00:00:00Z. Fractions of a millisecond are kept as far as a double holds them. */
export type Instant = number;

/** One elapsed day in milliseconds. Calendar days have 23 to 25 hours and are never computed with this. */
export const DAY = 86_400_000;

const rfc3339 = /^(\d{4})-(\d\d)-(\d\d)[Tt](\d\d):(\d\d):(\d\d)(\.\d+)?([Zz]|[+-]\d\d:\d\d)$/;

/** The instant of an RFC 3339 date-time, or NaN when `text` is not one (a leap second is not). */
export function parseInstant(text: string): Instant {
  return text.length === 20 && text.charCodeAt(19) === 90 ? parseSeconds(text) : parseAny(text);
}

/** Writes an instant as RFC 3339 in UTC, without a fraction when it falls on a whole second, else in milliseconds. */
export function formatInstant(instant: Instant): string {
  const day = Math.floor(instant / DAY);
  const clock = Math.floor(instant) - day * DAY;
  // years of four digits; Date says the others, and refuses what is no instant
  if (!(day >= YEAR_0 && day < YEAR_10000)) return withoutZeros(new Date(Math.floor(instant)).toISOString());
  const [seconds, ms] = [Math.floor(clock / 1000), clock % 1000];
  const fraction = ms === 0 ? '' : `.${Math.floor(ms / 100)}${two(ms % 100)}`;
  return `${dateOf(day)}T${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}${fraction}Z`;
}

const YEAR_0 = -719_528;
const YEAR_10000 = 2_932_897;

const withoutZeros = (text: string): string => (text.endsWith('.000Z') ? `${text.slice(0, -5)}Z` : text);
const twos = Array.from({ length: 100 }, (_, n) => String(n).padStart(2, '0'));
const two = (n: number): string => twos[n]!;

/** The date of a day since 1970-01-01: `2026-03-02`; the way back from daysFromCivil. */
function dateOf(day: number): string {
  const shifted = day + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const leaps = Math.floor(dayOfEra / 1460) - Math.floor(dayOfEra / 36_524) + Math.floor(dayOfEra / 146_096);
  const yearOfEra = Math.floor((dayOfEra - leaps) / 365);
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const month = (Math.floor((5 * dayOfYear + 2) / 153) + 2) % 12;
  const year = era * 400 + yearOfEra + (month < 2 ? 1 : 0);
  const dayOfMonth = dayOfYear - Math.floor((153 * ((month + 10) % 12) + 2) / 5) + 1;
  return `${two(Math.floor(year / 100))}${two(year % 100)}-${two(month + 1)}-${two(dayOfMonth)}`;
}

/** The fast path: `YYYY-MM-DDTHH:MM:SSZ`, the form nearly every stored event has. */
function parseSeconds(text: string): Instant {
  const two = (at: number): number => {
    const tens = text.charCodeAt(at) - 48;
    const ones = text.charCodeAt(at + 1) - 48;
    return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : NaN;
  };
  const [DASH, COLON, T] = [45, 58, 84];
  const code = (at: number): number => text.charCodeAt(at);
  const punctuated = code(4) === DASH && code(7) === DASH && code(10) === T && code(13) === COLON && code(16) === COLON;
  if (!punctuated) return NaN;
  const clock = clockOf(two(11), two(14), two(17));
  return daysFromCivil(two(0) * 100 + two(2), two(5), two(8)) * DAY + clock;
}

function parseAny(text: string): Instant {
  const match = rfc3339.exec(text);
  if (!match) return NaN;
  const [, year, month, day, hour, minute, second, fraction = '', zone = 'Z'] = match;
  const clock = clockOf(Number(hour), Number(minute), Number(second)) + (fraction ? Number(fraction) * 1000 : 0);
  return daysFromCivil(Number(year), Number(month), Number(day)) * DAY + clock - offsetOf(zone);
}

/** Milliseconds since midnight, NaN when out of range. */
function clockOf(hour: number, minute: number, second: number): number {
  return hour < 24 && minute < 60 && second < 60 ? (hour * 3600 + minute * 60 + second) * 1000 : NaN;
}

function offsetOf(zone: string): number {
  if (zone === 'Z' || zone === 'z') return 0;
  const minutes = clockOf(Number(zone.slice(1, 3)), Number(zone.slice(4, 6)), 0);
  return zone.startsWith('-') ? -minutes : minutes;
}

const lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function daysIn(month: number, year: number): number {
  const leap = month === 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return (lengths[month - 1] ?? 0) + (leap ? 1 : 0);
}

/** Days since 1970-01-01 of a proleptic Gregorian date, NaN when there is no such date. */
export function daysFromCivil(year: number, month: number, day: number): number {
  if (!(day >= 1 && day <= daysIn(month, year))) return NaN;
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  return era * 146_097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719_468;
}
