import { formatInstant, parseInstant } from '../time.ts';

/**
 * The one spelling of an RFC 3339 date-time: UTC with `Z`; the fraction's digits as given, without trailing zeros.
 * Undefined when `text` is not a date-time, or names a moment outside the years 0000 to 9999 in UTC.
 */
export function canonicalInstant(text: string): string | undefined {
  const instant = parseInstant(text);
  if (Number.isNaN(instant)) return undefined;
  if (text.length === 20 && text.endsWith('Z')) return text;
  const [, wholeSecond = '', digits = '', zone = 'Z'] = /^(.{19})(?:\.(\d*?)0*)?([Zz]|[+-].*)$/.exec(text) ?? [];
  const utc = formatInstant(parseInstant(wholeSecond + zone));
  if (utc.length !== 20) return undefined;
  return digits ? `${utc.slice(0, 19)}.${digits}Z` : utc;
}
