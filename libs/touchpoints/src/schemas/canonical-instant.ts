import { formatInstant, parseInstant } from '../time.ts';

const parts = /^(.{19})(?:\.(\d+))?([Zz]|[+-]\d\d:\d\d)$/;

/**
 * The one spelling of an RFC 3339 date-time: UTC with `Z`; the fraction's digits as given, without trailing zeros.
 * Undefined when `text` is not a date-time, or names a moment outside the years 0000 to 9999 in UTC.
 */
export function canonicalInstant(text: string): string | undefined {
  if (isSpelt(text)) return Number.isNaN(parseInstant(text)) ? undefined : text;
  const found = parts.exec(text);
  return found ? respelt(found) : undefined;
}

function respelt([, second = '', fraction = '', zone = '']: readonly string[]): string | undefined {
  const instant = parseInstant(second + zone);
  if (!(instant >= first && instant < end)) return undefined;
  const utc = formatInstant(instant);
  const digits = withoutTrailingZeros(fraction);
  return digits === '' ? utc : `${utc.slice(0, 19)}.${digits}Z`;
}

/** `YYYY-MM-DDTHH:MM:SSZ`, as nearly every sender writes it. */
const isSpelt = (text: string): boolean => text.length === 20 && text.charCodeAt(19) === 90 && text.charCodeAt(10) === 84;

const first = parseInstant('0000-01-01T00:00:00Z');
const end = parseInstant('9999-12-31T23:59:59Z') + 1000;

function withoutTrailingZeros(digits: string): string {
  let length = digits.length;
  while (digits[length - 1] === '0') length--;
  return digits.slice(0, length);
}
