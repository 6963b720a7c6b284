import type { LifeTable } from './life-table.ts';
import { quadraticForm } from './quadratic-form.ts';
import { chiSquareTail } from './special-functions.ts';

export type LogRank = Readonly<{
  /** Null, and p with it, when nothing can be compared: no event happened while two groups were at risk. */
  chisq: number | null;
  df: number;
  /** The upper tail, in full precision. */
  p: number | null;
  /** Events of each group, and how many were expected if all groups were alike. */
  observed: readonly number[];
  expected: readonly number[];
}>;

/** A stretch of event times, from this index on to the next stretch, over which a group keeps its number at risk. */
type Stretch = Readonly<{ from: number; atRisk: number }>;

/**
 * Log-rank test over all groups (Mantel 1966; METRICS C5): competing ends censored, delayed entry respected, ties by the hypergeometric
 * variance. df = groups − 1, less those that were never at risk beside another one.
 */
export function logRank(groups: readonly LifeTable[]): LogRank {
  const times = eventTimes(groups);
  const stretches = groups.map((group) => stretchesOf(group, times));
  const { expectation, tie, pair } = poolOf(groups, stretches, times);
  const observed = groups.map(({ events }) => events.reduce((sum, d) => sum + d, 0));
  const expected = stretches.map((stretch) => sumOver(stretch, runningSum(expectation)));
  const variance = stretches.map((row, g) => {
    const products = runningSum(weighted(row, pair));
    const own = sumOver(row, runningSum(tie));
    return stretches.map((column, h) => (g === h ? own : 0) - sumOver(column, products));
  });
  const { value, rank } = quadraticForm(
    variance.slice(1).map((row) => row.slice(1)),
    observed.slice(1).map((d, g) => d - expected[g + 1]!),
  );
  if (rank === 0) return { chisq: null, df: 0, p: null, observed, expected };
  return { chisq: value, df: rank, p: chiSquareTail(value, rank), observed, expected };
}

/** The distinct times at which an event happened in any group, ascending. */
function eventTimes(groups: readonly LifeTable[]): Float64Array {
  const all = groups.flatMap(({ time, events }) => [...time.filter((_, row) => events[row]! > 0)]);
  return Float64Array.from(all)
    .sort()
    .filter((time, index, sorted) => index === 0 || time !== sorted[index - 1]);
}

/** How many of a group were at risk at each event time: it changes only where somebody leaves or enters. */
function stretchesOf({ units, time, events, competing, censored, entries }: LifeTable, times: Float64Array): Stretch[] {
  const stretches: Stretch[] = [];
  let [row, entered, atRisk] = [0, 0, units - entries.length];
  times.forEach((now, from) => {
    for (; entered < entries.length && entries[entered]! < now; entered++) atRisk++;
    for (; row < time.length && time[row]! < now; row++) atRisk -= events[row]! + competing[row]! + censored[row]!;
    if (stretches.at(-1)?.atRisk !== atRisk) stretches.push({ from, atRisk });
  });
  return stretches;
}

/** What all groups together say at each event time, with d events among n: d/n, and the factors of the variance d(n − d)/(n − 1). */
function poolOf(groups: readonly LifeTable[], stretches: readonly (readonly Stretch[])[], times: Float64Array) {
  const [events, atRisk] = [new Float64Array(times.length), new Float64Array(times.length)];
  for (const { time, events: happened } of groups) {
    let index = 0;
    time.forEach((now, row) => {
      if (happened[row] === 0) return;
      while (times[index]! < now) index++;
      events[index]! += happened[row]!;
    });
  }
  for (const group of stretches) forEachTime(group, times.length, (index, n) => (atRisk[index]! += n));
  const spread = (d: number, n: number): number => (n > 1 ? (d * (n - d)) / (n - 1) : 0);
  return {
    expectation: events.map((d, index) => d / atRisk[index]!),
    tie: events.map((d, index) => spread(d, atRisk[index]!) / atRisk[index]!),
    pair: events.map((d, index) => spread(d, atRisk[index]!) / atRisk[index]! ** 2),
  };
}

/** A column with the number at risk of a group multiplied in. */
function weighted(stretches: readonly Stretch[], column: Float64Array): Float64Array {
  const product = Float64Array.from(column);
  forEachTime(stretches, column.length, (index, n) => (product[index]! *= n));
  return product;
}

function forEachTime(stretches: readonly Stretch[], count: number, visit: (index: number, atRisk: number) => void): void {
  stretches.forEach(({ from, atRisk }, which) => {
    const until = stretches[which + 1]?.from ?? count;
    for (let index = from; index < until; index++) visit(index, atRisk);
  });
}

/** The sums of the first 0, 1, 2 … of a column. */
function runningSum(column: Float64Array): Float64Array {
  const sums = new Float64Array(column.length + 1);
  column.forEach((value, index) => (sums[index + 1] = sums[index]! + value));
  return sums;
}

/** Σ atRisk × column, from the running sums of the column: as many steps as the group has stretches, however many event times. */
const sumOver = (stretches: readonly Stretch[], sums: Float64Array): number =>
  stretches.reduce((sum, { from, atRisk }, which) => {
    const until = stretches[which + 1]?.from ?? sums.length - 1;
    return sum + atRisk * (sums[until]! - sums[from]!);
  }, 0);
