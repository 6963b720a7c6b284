import { createRequire } from 'node:module';
import type * as Cephes from 'cephes' with { 'resolution-mode': 'require' };

/** The standard normal quantile at 0.975: what a two-sided 95 % interval reaches out, in standard errors. */
export const Z = 1.959963984540054;

const require = createRequire(import.meta.url);
let loaded: typeof Cephes | undefined;

/** Compiled when the first tail is asked for: most questions need none, and `--help` never does. */
const cephes = (): typeof Cephes => (loaded ??= require('cephes') as typeof Cephes);

/** P(X > x) for a chi-square X. Keeps its relative precision however small it gets: 1 − P(X ≤ x) would be 0 from about 1e-16 on. */
export const chiSquareTail = (x: number, df: number): number => cephes().igamc(df / 2, x / 2);

/** The x that a gamma variable of this shape (and scale 1) exceeds with probability `tail`. */
export const gammaExceededWith = (tail: number, shape: number): number => cephes().igami(shape, tail);
