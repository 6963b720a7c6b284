import { daysFromCivil } from '@kithline/touchpoints';

/** A date and time as written, before any time zone: what a format found in a text. */
export type Written = {
  year: number;
  month: number;
  day: number;
  hour: number;
  minute: number;
  second: number;
  nanosecond: number;
  /** Minutes east of UTC, when the text says so itself. */
  offset: number | undefined;
  /** The text names a day and no time of day. */
  dateOnly: boolean;
};

/** Reads a text as this format writes it; undefined when it does not fit. */
export type ReadWritten = (text: string) => Written | undefined;

type Token = Readonly<{ pattern: string; take: (into: Written & { afternoon?: boolean }, text: string) => void }>;

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const number = (key: 'year' | 'month' | 'day' | 'hour' | 'minute' | 'second', pattern: string): Token => ({
  pattern,
  take: (into, text) => (into[key] = Number(text)),
});
const one = String.raw`\d{1,2}`;
const two = String.raw`\d\d`;

const tokens: Readonly<Record<string, Token>> = {
  yyyy: number('year', String.raw`\d{4}`),
  yy: { pattern: two, take: (into, text) => (into.year = Number(text) + (Number(text) < 70 ? 2000 : 1900)) },
  MMM: { pattern: '[A-Za-z]{3}', take: (into, text) => (into.month = months.indexOf(text.toLowerCase()) + 1) },
  MM: number('month', two),
  M: number('month', one),
  dd: number('day', two),
  d: number('day', one),
  HH: number('hour', two),
  H: number('hour', one),
  hh: number('hour', two),
  h: number('hour', one),
  mm: number('minute', two),
  m: number('minute', one),
  ss: number('second', two),
  s: number('second', one),
  S: { pattern: String.raw`\d{1,9}`, take: (into, text) => (into.nanosecond = Number(text.padEnd(9, '0'))) },
  a: { pattern: '[AaPp][Mm]', take: (into, text) => (into.afternoon = text.toLowerCase() === 'pm') },
  XXX: { pattern: String.raw`[Zz]|[+-]\d\d:?\d\d`, take: (into, text) => (into.offset = offsetOf(text)) },
};

const hours = [tokens.HH, tokens.H, tokens.hh, tokens.h];

const offsetOf = (text: string): number => {
  if (text.toUpperCase() === 'Z') return 0;
  const minutes = Number(text.slice(1, 3)) * 60 + Number(text.slice(-2));
  return text.startsWith('-') ? -minutes : minutes;
};

/** The letters a format may be made of, for messages. */
export const formatLetters = `${Object.keys(tokens).join(', ')}, 'text in quotes', or epoch-seconds, epoch-milliseconds`;

/**
 * Compiles `yyyy-MM-dd HH:mm`; undefined when the format has letters that mean nothing. `S` stands for one to nine digits of a
 * fraction, `MMM` for Jan to Dec, `a` for AM or PM, `XXX` for Z or +01:00.
 */
export function dateFormat(format: string): ReadWritten | undefined {
  const epoch = { 'epoch-seconds': 1, 'epoch-milliseconds': 1000 }[format];
  if (epoch) return (text) => sinceEpoch(text, epoch);
  const parts = [...format.matchAll(/'([^']*)'|yyyy|yy|MMM|MM?|dd?|HH?|hh?|mm?|ss?|S+|a|XXX|[\s\S]/g)].map(partOf);
  if (parts.includes(undefined)) return undefined;
  const pattern = parts.map((part) => (typeof part === 'string' ? escaped(part) : `(${part?.pattern})`)).join('');
  return matcher(
    new RegExp(`^${pattern}$`),
    parts.filter((part) => typeof part === 'object'),
  );
}

/** A token, or text that stands for itself; undefined for a letter that means nothing. */
function partOf([text, quoted]: RegExpExecArray): Token | string | undefined {
  if (quoted !== undefined) return quoted;
  return tokens[text.startsWith('S') ? 'S' : text] ?? (/[A-Za-z]/.test(text) ? undefined : text);
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/-]/g, String.raw`\$&`);

function matcher(pattern: RegExp, used: readonly Token[]): ReadWritten {
  const dateOnly = !used.some((token) => hours.includes(token));
  return (text) => {
    const match = pattern.exec(text);
    if (!match) return undefined;
    const found: Written & { afternoon?: boolean } = { ...midnight, dateOnly };
    used.forEach((token, i) => token.take(found, match[i + 1] ?? ''));
    return exists(twentyFourHours(found));
  };
}

const midnight = { year: 1970, month: 1, day: 1, hour: 0, minute: 0, second: 0, nanosecond: 0, offset: undefined };

function twentyFourHours(found: Written & { afternoon?: boolean }): Written | undefined {
  const { afternoon, ...written } = found;
  if (afternoon === undefined) return written;
  if (written.hour < 1 || written.hour > 12) return undefined;
  return { ...written, hour: (written.hour % 12) + (afternoon ? 12 : 0) };
}

/** The 31st of February is not a date, and 24:30 is not a time. */
function exists(written: Written | undefined): Written | undefined {
  if (!written || Number.isNaN(daysFromCivil(written.year, written.month, written.day))) return undefined;
  return written.hour < 24 && written.minute < 60 && written.second < 60 ? written : undefined;
}

function sinceEpoch(text: string, perSecond: number): Written | undefined {
  if (!/^-?\d+(\.\d{1,6})?$/.test(text)) return undefined;
  const microseconds = Math.round((Number(text) / perSecond) * 1e6);
  const second = Math.floor(microseconds / 1e6);
  return { ...midnight, second, nanosecond: (microseconds - second * 1e6) * 1000, offset: 0, dateOnly: false };
}

/** What is read when a mapping names no formats: RFC 3339, and ISO dates and times without a zone, with `T` or a blank between them. */
export const isoFormats: readonly ReadWritten[] = ['', ' HH:mm', ' HH:mm:ss', ' HH:mm:ss.S']
  .flatMap((clock) =>
    [clock, clock.replace(' ', "'T'")].flatMap((half) => (half === '' ? [`yyyy-MM-dd`] : [`yyyy-MM-dd${half}`, `yyyy-MM-dd${half}XXX`])),
  )
  .flatMap((format) => dateFormat(format) ?? []);
