import type { Counts } from './limits.ts';
import { zeroOf } from './zero-of.ts';

/** A beta distribution by its mean α/(α + β) and its size α + β. */
export type Shape = Readonly<{ mean: number; size: number }>;

/**
 * The beta-binomial likelihood of many counts x of n, with α = mean × size and β = (1 − mean) × size. Its gamma functions are products of
 * α + j, β + j and α + β + j, so all that is needed of the counts is how many of them pass each j: nothing is lost to cancellation,
 * however large the size is.
 */
export function likelihoodOf(counts: readonly Counts[]) {
  const happened = passing(counts.map(([x]) => x));
  const not = passing(counts.map(([x, n]) => n - x));
  const all = passing(counts.map(([, n]) => n));

  const logLikelihood = ({ mean, size }: Shape): number =>
    sum(happened, (j) => Math.log(mean * size + j)) +
    sum(not, (j) => Math.log((1 - mean) * size + j)) -
    sum(all, (j) => Math.log(size + j));

  /** The most likely mean of a given size. The slope in the mean is multiplied by mean × (1 − mean), which takes the poles at its ends away. */
  const bestMean = (size: number): number =>
    zeroOf(
      (mean) =>
        (1 - mean) * sum(happened, (j) => (j === 0 ? 1 / size : mean / (mean * size + j))) -
        mean * sum(not, (j) => (j === 0 ? 1 / size : (1 - mean) / ((1 - mean) * size + j))),
      0,
      1,
    );

  /** The slope in the size, times the size, at the best mean: since both counts add up to all, its leading terms cancel by themselves. */
  const slope = (size: number): number => {
    const mean = bestMean(size);
    const share = (per: number) => (j: number) => j / (per * size + j);
    return sum(all, share(1)) - sum(happened, share(mean)) - sum(not, share(1 - mean));
  };

  return { logLikelihood, bestMean, slope };
}

/** How many of the counts are greater than 0, 1, 2 … */
function passing(counts: readonly number[]): Float64Array {
  const more = new Float64Array(counts.reduce((most, count) => Math.max(most, count), 0));
  for (const count of counts) if (count > 0) more[count - 1]!++;
  for (let j = more.length - 2; j >= 0; j--) more[j]! += more[j + 1]!;
  return more;
}

/** Σ over j of what is told of j, as often as it was passed. */
function sum(passed: Float64Array, of: (j: number) => number): number {
  let total = 0;
  for (let j = 0; j < passed.length; j++) total += passed[j]! * of(j);
  return total;
}
