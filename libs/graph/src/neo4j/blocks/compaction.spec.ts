import { type Covered, toMerge } from './compaction.ts';

/** Writes blocks of these sizes, merging whenever that is due; what is left, and how often a row was written. */
function written(sizes: Iterable<number>) {
  let blocks: Covered[] = [];
  let [rows, writes] = [0, 0];
  for (const size of sizes) {
    const batch = (blocks.at(-1)?.last ?? 0) + 1;
    blocks.push({ first: batch, last: batch, size });
    rows += size;
    writes += size;
    for (let run = toMerge(blocks); run.length > 0; run = toMerge(blocks)) {
      const merged = { first: run[0]!.first, last: run.at(-1)!.last, size: run.reduce((sum, block) => sum + block.size, 0) };
      blocks = [...blocks.slice(0, -run.length), merged];
      writes += merged.size;
    }
  }
  return { blocks, timesWritten: writes / rows };
}
const times = (count: number, ...sizes: number[]): number[] => Array.from({ length: count }, () => sizes).flat();

describe('Blocks that are merged', () => {
  it('are a few dozens after twenty thousand single appends', () => {
    const { blocks, timesWritten } = written(times(20_000, 1));
    expect(blocks.length).toBeLessThan(50);
    expect(timesWritten).toBeLessThan(7);
  });

  it('are few too where large batches and small ones take turns', () => {
    const { blocks, timesWritten } = written(times(1000, 5000, 1, 300));
    expect(blocks.length).toBeLessThan(60);
    expect(timesWritten).toBeLessThan(6);
  });

  it('follow each other without a gap', () => {
    const { blocks } = written(times(3000, 1, 7, 90));
    for (const [i, block] of blocks.entries()) expect(block.first).toBe((blocks[i - 1]?.last ?? 0) + 1);
  });

  it('are left alone once they are large', () =>
    expect(toMerge(times(20, 300_000).map((size, i) => ({ first: i, last: i, size })))).toEqual([]));
});
