/** Numbers and instants as people read them. What is undefined or hidden has no number: callers say why in words. */

const locale = 'en-GB';
const whole = new Intl.NumberFormat(locale);
const one = new Intl.NumberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
const upToOne = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });

/** 7253 → `7,253` */
export const count = (n: number): string => whole.format(n);

/** 0.38 → `38.0 %`; with a real minus sign where there is one. */
export const percent = (share: number): string => `${points(share)} %`;

/** 0.0933 → `9.3` */
export const points = (share: number): string => minus(one.format(share * 100));

/** 0.38 → `38 %`, for where there is little room. */
export const roundPercent = (share: number): string => `${minus(whole.format(Math.round(share * 100)))} %`;

/** 41.02 → `41` , 46.98 → `47`, 46.5 → `46.5` */
export const days = (length: number): string => minus(upToOne.format(length));

/** A score or a difference: `−5` */
export const score = (value: number): string => minus(upToOne.format(value));

/** `32.7 – 43.6 %` */
export const interval = (lower: number, upper: number): string => `${points(lower)} – ${points(upper)} %`;

/** The words of a difference: in what it is told, and how it is called below zero and above. */
type Directions = Readonly<{ unit: string; below: string; above: string }>;

/** `4.0 to 70.0 % more`, `70.5 % less to 189.3 % more`: the ends of an interval around a difference, without signs. */
export function ends(lower: number, upper: number, { unit, below, above }: Directions): string {
  const [low, high] = [points(Math.abs(lower)), points(Math.abs(upper))];
  if (lower >= 0) return `${low} to ${high} ${unit} ${above}`;
  if (upper <= 0) return `${high} to ${low} ${unit} ${below}`;
  return `${low} ${unit} ${below} to ${high} ${unit} ${above}`;
}

const minus = (text: string): string => text.replace(/^-(?=.*[1-9])/, '−').replace(/^-/, '');

const formatted = (options: Intl.DateTimeFormatOptions) => (at: number | string, timeZone: string) =>
  new Intl.DateTimeFormat(locale, { ...options, timeZone }).format(new Date(at));

/** `26 October 2026` in the time zone */
export const longDate = formatted({ day: 'numeric', month: 'long', year: 'numeric' });
/** `26 Oct 2026, 13:00` */
export const dateAndTime = formatted({ day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit' });
/** `13:00` */
export const clock = formatted({ hour: '2-digit', minute: '2-digit' });

/** `2026-02` → `February 2026` */
export const cohortMonth = (cohort: string): string =>
  new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(new Date(`${cohort}-01T00:00:00Z`));

/** `Europe/Amsterdam` → `Amsterdam time`, `UTC` → `UTC` */
export const zoneName = (timeZone: string): string =>
  timeZone === 'UTC' ? 'UTC' : `${(timeZone.split('/').at(-1) ?? timeZone).replaceAll('_', ' ')} time`;
