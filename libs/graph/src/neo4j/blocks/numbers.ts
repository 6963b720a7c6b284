/**
 * Columns of numbers as few bytes: whole numbers as their distance from the smallest, in the greatest unit that measures all of them (instants
 * are mostly whole seconds), each in 0, 1, 2 or 4 bytes; anything else as doubles. Where all are alike, as in a column that this kind of
 * fact has no use for, nothing is left but that one number.
 */
export type Packed = Readonly<{ smallest: number; unit: number; width: 0 | 1 | 2 | 4 | 8; bytes: Uint8Array }>;

type Numbers = Readonly<{ length: number; [index: number]: number }>;
type Measure = Omit<Packed, 'bytes'>;

const arrays = { 1: Uint8Array, 2: Uint16Array, 4: Uint32Array, 8: Float64Array } as const;

export function packed(values: Numbers): Packed {
  const measure = measured(values);
  const { smallest, unit, width } = measure;
  if (width === 0) return { ...measure, bytes: new Uint8Array(0) };
  const column = new arrays[width](values.length);
  for (let i = 0; i < values.length; i++) column[i] = (values[i]! - smallest) / unit;
  return { ...measure, bytes: new Uint8Array(column.buffer) };
}

/** Writes the numbers into `into`, which is as long as they are many. */
export function unpack<C extends { length: number; [index: number]: number }>({ smallest, unit, width, bytes }: Packed, into: C): C {
  if (width === 0) {
    for (let i = 0; i < into.length; i++) into[i] = smallest;
    return into;
  }
  // The column may begin anywhere in a buffer, where only a view of bytes may.
  const column = new arrays[width](new Uint8Array(bytes).buffer);
  for (let i = 0; i < into.length; i++) into[i] = column[i]! * unit + smallest;
  return into;
}

function measured(values: Numbers): Measure {
  if (values.length === 0) return { smallest: 0, unit: 1, width: 0 };
  const { smallest, largest, areWhole } = spread(values);
  if (!areWhole || !Number.isSafeInteger(largest - smallest)) return { smallest: 0, unit: 1, width: 8 };
  if (smallest === largest) return { smallest, unit: 1, width: 0 };
  const unit = unitOf(values, smallest);
  return { smallest, unit, width: widthOf((largest - smallest) / unit) };
}

function spread(values: Numbers) {
  let [smallest, largest, areWhole] = [Infinity, -Infinity, true];
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    if (value < smallest) smallest = value;
    if (value > largest) largest = value;
    areWhole &&= Number.isSafeInteger(value);
  }
  return { smallest, largest, areWhole };
}

/** The greatest common divisor of all distances; most columns have 1 after a few rows. */
function unitOf(values: Numbers, smallest: number): number {
  let unit = 0;
  for (let i = 0; i < values.length && unit !== 1; i++) {
    for (let rest = values[i]! - smallest; rest !== 0;) [unit, rest] = [rest, unit % rest];
  }
  return unit;
}

/** Distances too great for four bytes are kept as doubles, which hold them exactly. */
const widthOf = (distance: number): 1 | 2 | 4 | 8 => (distance < 0x100 ? 1 : distance < 0x10000 ? 2 : distance < 0x100000000 ? 4 : 8);
