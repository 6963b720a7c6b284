import { likelihoodOf, type Shape } from './beta-binomial-likelihood.ts';
import type { Counts } from './limits.ts';
import { zeroOf } from './zero-of.ts';

/** What is believed of a practitioner before their own counts: Beta(α, β), or, where practitioners do not differ, one share for all. */
export type Prior = Readonly<{ alpha: number; beta: number }> | Readonly<{ pooled: number }>;

/** α + β from which on practitioners are taken to be all alike (METRICS C6). */
const ALIKE = 1e6;

/** Fewer practitioners than this say nothing about how much they differ. */
const FEW = 3;

/** A share moved towards that of all, the more the fewer it is of: (x + α)/(n + α + β). Null where that is of nobody. */
export function shrink(prior: Prior, x: number, n: number): number | null {
  if ('pooled' in prior) return prior.pooled;
  const of = n + prior.alpha + prior.beta;
  return of === 0 ? null : (x + prior.alpha) / of;
}

/**
 * The beta-binomial that makes the counts x of n of these practitioners most likely (METRICS C6); null when fewer than three have n > 0.
 * Where no spread beyond that of chance is seen (α + β passes 1e6) the share is pooled; where everybody has all or nothing, α + β tends
 * to 0 and shares are left as they are.
 * @throws RangeError when x is not a whole number from 0 to n
 */
export function betaBinomial(practitioners: readonly Counts[]): Prior | null {
  const seen = practitioners.filter(([, n]) => n > 0);
  const strange = seen.find(([x, n]) => !Number.isInteger(x) || !Number.isInteger(n) || x < 0 || x > n);
  if (strange) throw new RangeError(`${strange[0]} of ${strange[1]} is no count of a share`);
  if (seen.length < FEW) return null;
  const pooled = seen.reduce((sum, [x]) => sum + x, 0) / seen.reduce((sum, [, n]) => sum + n, 0);
  if (pooled === 0 || pooled === 1 || seen.every(([, n]) => n === 1)) return { pooled };
  return seen.every(([x, n]) => x === 0 || x === n) ? { alpha: 0, beta: 0 } : mostLikely(seen, pooled);
}

/** How finely sizes are looked through, on a logarithmic scale: each step is about a doubling. */
const STEPS = 40;

/** The highest of the likelihood's peaks over sizes α + β from 1 / ALIKE to ALIKE; pooled, where that is the end. */
function mostLikely(counts: readonly Counts[], pooled: number): Prior {
  const { logLikelihood, bestMean, slope } = likelihoodOf(counts);
  const end = Math.log(ALIKE);
  const logs = Array.from({ length: STEPS + 1 }, (_, step) => end * ((2 * step) / STEPS - 1));
  const rises = logs.map((log) => slope(Math.exp(log)) > 0);
  const peaks = logs.flatMap((log, step) => {
    if (!rises[step]) return [];
    return step === STEPS ? [ALIKE] : rises[step + 1] ? [] : [Math.exp(zeroOf((at) => slope(Math.exp(at)), log, logs[step + 1]!))];
  });
  const shapes = peaks.map((size): Shape => ({ mean: bestMean(size), size }));
  const { mean, size } = shapes.reduce((best, shape) => (logLikelihood(shape) > logLikelihood(best) ? shape : best));
  return size >= ALIKE ? { pooled } : { alpha: mean * size, beta: (1 - mean) * size };
}
