import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { clusteredArm, type ClusteredArm, type ClusteredSpells, type Sample } from './clustered-arm.ts';
import type { Estimate } from './limits.ts';
import { quantileOfSorted } from './quantile.ts';

export type Sooner = Estimate & Readonly<{ draws: number; seed: number; basis: 'median' | 'rmst' }>;

export type SoonerOptions = Readonly<{
  /** The horizon of the restricted mean, in the unit of the spells. */
  tau: number;
  draws?: number;
  seed?: number;
}>;

/**
 * By what share A is sooner than B: 1 − median_A / median_B, or 1 − RMST_A / RMST_B where not both medians were reached (METRICS C5,
 * Comparison). The interval is a percentile bootstrap over persons: each of the 2,000 draws takes as many persons as there are, with all
 * their spells, first of A, then of B, from one xoroshiro128+ generator, as its uniform integer on 0 … n − 1 into the persons sorted by id.
 *
 * In a draw A's median not reached is −∞ and B's alone 1; a draw in which neither is reached, or both are 0, says nothing and is dropped,
 * as is one whose follow-up is too short for the restricted mean. `draws` says how many are left. An infinite limit is null.
 */
export function sooner(a: ClusteredSpells, b: ClusteredSpells, { tau, draws = 2000, seed = 20260101 }: SoonerOptions): Sooner {
  const arms = [clusteredArm(a), clusteredArm(b)] as const;
  const [medianA, medianB] = arms.map((arm) => arm.medianOf(everybody(arm)));
  const basis = Number.isFinite(medianA) && Number.isFinite(medianB) ? 'median' : 'rmst';
  const statistic = (arm: ClusteredArm, sample: Sample): number => (basis === 'median' ? arm.medianOf(sample) : arm.rmstOf(sample, tau));
  const shareSaved = (samples: readonly Sample[]): number => 1 - statistic(arms[0], samples[0]!) / statistic(arms[1], samples[1]!);

  const generator = xoroshiro128plus(seed);
  const resample = (arm: ClusteredArm): Sample => {
    const sample = new Int32Array(arm.persons);
    for (let drawn = 0; drawn < arm.persons; drawn++) sample[uniformInt(generator, 0, arm.persons - 1)]!++;
    return sample;
  };
  const drawn = Float64Array.from({ length: draws }, () => shareSaved(arms.map(resample)));
  const left = drawn.filter((share) => !Number.isNaN(share)).sort();
  return {
    value: finite(shareSaved(arms.map(everybody))),
    lower: finite(quantileOfSorted(left, 0.025)),
    upper: finite(quantileOfSorted(left, 0.975)),
    draws: left.length,
    seed,
    basis,
  };
}

const everybody = ({ persons }: ClusteredArm): Sample => new Int32Array(persons).fill(1);

const finite = (share: number | null): number | null => (share !== null && Number.isFinite(share) ? share : null);
