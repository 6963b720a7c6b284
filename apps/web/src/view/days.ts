import { instant } from './view.ts';

const day = 86_400_000;

/** The instants the V slider offers: one a day, counted back from the last, so that the last is exactly the end. */
export type Days = Readonly<{ count: number; at: (index: number) => string; indexOf: (validAt: string) => number }>;

/** @param from @param until milliseconds since 1970 */
export function daysBetween(from: number, until: number): Days {
  const count = Math.max(0, Math.floor((until - from) / day));
  return {
    count,
    at: (index) => instant(until - (count - index) * day),
    indexOf: (validAt) => Math.max(0, Math.min(count, count - Math.round((until - Date.parse(validAt)) / day))),
  };
}
