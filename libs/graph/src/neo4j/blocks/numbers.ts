/**
 * Columns of numbers as few bytes: whole numbers as their distance from the smallest, each in 0, 1, 2 or 4 bytes; anything else as doubles.
 * Where all are alike, as in a column that this kind of fact has no use for, nothing is left but that one number.
 */
export type Packed = Readonly<{ smallest: number; width: 0 | 1 | 2 | 4 | 8; bytes: Uint8Array }>;

type Numbers = Readonly<{ length: number; [index: number]: number }>;

const arrays = { 1: Uint8Array, 2: Uint16Array, 4: Uint32Array, 8: Float64Array } as const;

export function packed(values: Numbers): Packed {
  const { smallest, width } = measured(values);
  if (width === 0) return { smallest, width, bytes: new Uint8Array(0) };
  const column = new arrays[width](values.length);
  for (let i = 0; i < values.length; i++) column[i] = values[i]! - smallest;
  return { smallest, width, bytes: new Uint8Array(column.buffer) };
}

/** Writes the numbers into `into`, which is as long as they are many. */
export function unpack<C extends { length: number; [index: number]: number }>({ smallest, width, bytes }: Packed, into: C): C {
  if (width === 0) {
    for (let i = 0; i < into.length; i++) into[i] = smallest;
    return into;
  }
  // The column may begin anywhere in a buffer, where only a view of bytes may.
  const column = new arrays[width](new Uint8Array(bytes).buffer);
  for (let i = 0; i < into.length; i++) into[i] = column[i]! + smallest;
  return into;
}

function measured(values: Numbers): Pick<Packed, 'smallest' | 'width'> {
  let [smallest, largest, areWhole] = [Infinity, -Infinity, true];
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    if (value < smallest) smallest = value;
    if (value > largest) largest = value;
    areWhole &&= Number.isSafeInteger(value);
  }
  if (!areWhole) return { smallest: 0, width: 8 };
  if (values.length === 0) return { smallest: 0, width: 0 };
  return { smallest, ...widthOf(largest - smallest) };
}

/** Distances too great for four bytes are kept as doubles, as they are. */
const widthOf = (distance: number): Pick<Packed, 'width'> =>
  distance === 0 ? { width: 0 } : { width: distance < 0x100 ? 1 : distance < 0x10000 ? 2 : distance < 0x100000000 ? 4 : 8 };
