/** What is worked out row by row when asked for, since of a curve of hundreds of thousands of rows few are looked at. */
export type ByRow = (row: number) => number | null;

/**
 * A confidence limit of a probability on the log(−log) scale, which never leaves (0, 1): p^exp(z·se / (p·|ln p|)). A positive z is the
 * lower limit. Null where p is 0 or 1, where there is no such scale (Kalbfleisch and Prentice 1980).
 */
export function logLogLimit(p: number, se: number | null, z: number): number | null {
  if (se === null || !(p > 0 && p < 1)) return null;
  const log = Math.log(p);
  return Math.exp(log * Math.exp((z * se) / (p * -log)));
}
