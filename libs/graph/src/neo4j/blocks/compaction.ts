/** A block as far as merging needs to know it: the batches it covers, and how much it holds. */
export type Covered = Readonly<{ first: number; last: number; size: number }>;

/** One class holds up to eight times what the class below does. */
const FACTOR = 8;
/** A block of this class is left as it is: some 260,000 rows, a few megabytes. */
const LAST_CLASS = 6;

const classOf = (size: number): number => Math.min(LAST_CLASS, Math.floor(Math.log(Math.max(1, size)) / Math.log(FACTOR)));

/**
 * The newest blocks that are to become one, none where all is well. Those at the end which are of a class or below are merged when
 * together they are of a higher one, so a row is written again at most once a class, and of each class fewer than eight blocks stay:
 * a million single appends leave some dozens.
 */
export function toMerge(blocks: readonly Covered[]): readonly Covered[] {
  let [size, highest] = [0, 0];
  for (let from = blocks.length - 1; from >= 0; from--) {
    size += blocks[from]!.size;
    highest = Math.max(highest, classOf(blocks[from]!.size));
    if (highest === LAST_CLASS) return [];
    const before = blocks[from - 1];
    if (classOf(size) > highest && (before === undefined || classOf(before.size) > highest)) return blocks.slice(from);
  }
  return [];
}
