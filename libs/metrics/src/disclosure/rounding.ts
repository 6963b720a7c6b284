/** A shown count, rounded to the nearest multiple of `base`, halves up (METRICS C0.7, 3); a base of 1 leaves it as it is. */
export const roundTo = (count: number, base: number): number => (base === 1 ? count : Math.floor(count / base + 0.5) * base);
