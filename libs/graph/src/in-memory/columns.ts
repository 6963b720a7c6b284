/** The typed arrays a column may be. */
export type Column = Float64Array | Int32Array | Uint32Array | Uint8Array;

/** Room for at least `needed` entries, growing by half: copying costs little and slack stays below a third. */
export const roomFor = (needed: number, capacity: number): number =>
  needed <= capacity ? capacity : Math.max(needed, capacity + (capacity >> 1), 64);

/** The same column with room for `capacity` entries; what was there is kept. */
export function resized<C extends Column>(column: C, capacity: number): C {
  const Kind = column.constructor as new (length: number) => C;
  const larger = new Kind(capacity);
  larger.set(column.length > capacity ? column.subarray(0, capacity) : column);
  return larger;
}
