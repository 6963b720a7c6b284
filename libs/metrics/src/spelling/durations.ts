import { DAY } from '@kithline/touchpoints';
import { units, type Unit } from '../calendars/local-periods.ts';
import { Misspelt } from './invalid-option.ts';
import type { Kind } from './kind.ts';

const lengths = { h: DAY / 24, d: DAY, w: 7 * DAY };

/** A length of time as it is spelled, `30d`, `12h`, `8w`. What a day is, elapsed or local, is the question's affair (METRICS C0.11). */
export type Duration = Readonly<{ amount: number; unit: keyof typeof lengths }>;

/** The elapsed milliseconds of a duration. */
export const elapsed = ({ amount, unit }: Duration): number => amount * lengths[unit];

/** Its whole days; of a duration in hours not asked. */
export const days = (duration: Duration): number => elapsed(duration) / DAY;

/** `30d` */
export const spelled = ({ amount, unit }: Duration): string => `${amount}${unit}`;

function read(text: string, allowed: string): Duration | undefined {
  const match = /^(\d{1,6})([hdw])$/.exec(text);
  if (!match || !allowed.includes(match[2]!)) return undefined;
  return { amount: Number(match[1]), unit: match[2] as Duration['unit'] };
}

/** Elapsed time, longer than nothing: `30d`, `12h`, `8w`. */
export const duration: Kind<Duration> = {
  kind: 'duration',
  pattern: '^[0-9]{1,6}[hdw]$',
  read: (text) => {
    const found = read(text, 'hdw');
    if (found && found.amount > 0) return found;
    throw new Misspelt(`"${text}" must be a duration such as 30d, 12h or 8w`);
  },
};

/** Local calendar days, counted end-inclusive: `30d`, `8w`. Hours are refused (METRICS C0.11). */
export const localDays: Kind<Duration> = {
  kind: 'days',
  pattern: '^[0-9]{1,6}[dw]$',
  read: (text) => {
    const found = read(text, 'dw');
    if (found) return found;
    throw new Misspelt(`"${text}" must be days such as 30d or 8w: it counts local calendar days`);
  },
};

/** The length of a table's periods: a calendar unit, or elapsed time. */
export type Period = Unit | Duration;

/** `week`, `7d` */
export const spelledPeriod = (unit: Period): string => (typeof unit === 'string' ? unit : spelled(unit));

export const period: Kind<Period> = {
  kind: 'period',
  pattern: `^(${units.join('|')}|[0-9]{1,6}[hdw])$`,
  values: [...units, 'Nd', 'Nh', 'Nw'],
  read: (text) => {
    const found = units.find((unit) => unit === text) ?? read(text, 'hdw');
    if (found && (typeof found === 'string' || found.amount > 0)) return found;
    throw new Misspelt(`"${text}" must be day, week, month or quarter, or a duration such as 7d`);
  },
};

/** The unit of entry that a cohort is made of: a calendar unit, or whole elapsed days. */
export const cohortUnit: Kind<Period> = {
  kind: 'cohort',
  pattern: `^(${units.join('|')}|[0-9]{1,6}[dw])$`,
  values: [...units, 'Nd'],
  read: (text) => {
    const found = units.find((unit) => unit === text) ?? read(text, 'dw');
    if (found && (typeof found === 'string' || found.amount > 0)) return found;
    throw new Misspelt(`"${text}" must be day, week, month or quarter, or days such as 28d`);
  },
};

/** A window in local days after a date, both ends inclusive: `7d..14d`. */
export const dayWindow: Kind<readonly [from: number, to: number]> = {
  kind: 'window',
  pattern: '^[0-9]{1,6}[dw][.]{2}[0-9]{1,6}[dw]$',
  read: (text) => {
    const [from, to, ...rest] = text.split('..').map((part) => read(part, 'dw'));
    if (from && to && rest.length === 0 && days(from) <= days(to)) return [days(from), days(to)];
    throw new Misspelt(`"${text}" must be a window of local days such as 7d..14d`);
  },
};

const bracket = '[0-9]+([.][0-9]+)?-[0-9]+([.][0-9]+)?';

/** Half-open brackets [l, u) in days: `0-1,1-7,7-30`. */
export const brackets: Kind<readonly (readonly [from: number, to: number])[]> = {
  kind: 'brackets',
  pattern: `^${bracket}(,${bracket})*$`,
  read: (text) => text.split(',').map(readBracket),
};

function readBracket(text: string): readonly [number, number] {
  const [from = NaN, to = NaN] = (/^(\d+(?:\.\d+)?)-(\d+(?:\.\d+)?)$/.exec(text) ?? []).slice(1).map(Number);
  if (from < to) return [from, to];
  throw new Misspelt(`"${text}" must be a bracket of days such as 7-30, its end after its beginning`);
}
