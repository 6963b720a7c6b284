import { DAY, formatInstant, type Instant } from '@kithline/touchpoints';
import { firstDayOf, type Unit } from './local-periods.ts';

/** `2026-03-02` for a day counted from 1970-01-01. */
export const dateOf = (day: number): string => new Date(day * DAY).toISOString().split('T')[0]!;

/** The ISO week of a day: `2026-W10`. It belongs to the year that holds its Thursday. */
function weekOf(day: number): string {
  const thursday = firstDayOf('week', day) + 3;
  const year = dateOf(thursday).slice(0, -6);
  const week = Math.floor((thursday - Date.parse(`${year}-01-01T00:00:00Z`) / DAY) / 7) + 1;
  return `${year}-W${String(week).padStart(2, '0')}`;
}

const labels: Record<Unit, (day: number) => string> = {
  day: dateOf,
  week: weekOf,
  month: (day) => dateOf(day).slice(0, -3),
  quarter: (day) => `${dateOf(day).slice(0, -6)}-Q${Math.ceil(Number(dateOf(day).slice(-5, -3)) / 3)}`,
};

/** How a period is called by its first local day: `2026-03-02`, `2026-W10`, `2026-03`, `2026-Q1` (QUESTIONS, answers). */
export const periodLabel = (unit: Unit, day: number): string => labels[unit](day);

/** How an elapsed bucket is called by its beginning: the UTC date, or the instant where buckets are no whole days. */
export const bucketLabel = (length: number, start: Instant): string =>
  length % DAY === 0 ? dateOf(Math.floor(start / DAY)) : formatInstant(start);
