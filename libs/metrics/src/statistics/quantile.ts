/**
 * Quantile of plain numbers, type 7 (R's and pandas' default; Hyndman and Fan 1996): linear between the order statistics at
 * (n − 1)p. Null of no numbers. Infinite numbers are kept: between an infinite and a finite one the quantile is infinite.
 */
export const quantile = (values: readonly number[] | Float64Array, p: number): number | null =>
  quantileOfSorted(Float64Array.from(values).sort(), p);

/** The same of numbers in ascending order. */
export function quantileOfSorted(ascending: Float64Array, p: number): number | null {
  if (ascending.length === 0) return null;
  const place = (ascending.length - 1) * p;
  const [low, high] = [ascending[Math.floor(place)]!, ascending[Math.ceil(place)]!];
  const share = place - Math.floor(place);
  return share === 0 || low === high ? low : low * (1 - share) + high * share;
}

/** The middle number, or the mean of the middle two; null of no numbers. */
export const median = (values: readonly number[] | Float64Array): number | null => quantile(values, 0.5);
