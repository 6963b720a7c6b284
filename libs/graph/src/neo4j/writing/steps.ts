import type { Covered } from '../blocks/compaction.ts';
import { BLOCK_FORMAT, encode } from '../blocks/codec.ts';
import type { Block } from '../blocks/block.ts';
import { type Parameters, whole } from '../server.ts';
import type { Batch } from './batch.ts';

/** One statement of a transaction; `expected` is how many facts it must have recorded. */
export type Step = Readonly<{ statement: string; parameters: Parameters; expected?: number }>;

/** How many numbers and strings a block stands for: what merging goes by. */
const sizeOf = ({ appended, put, details }: Block): number => appended.at.length + put.at.length + details.values.length;

/** Nodes first, then what stood and stands no more, then what stands. */
export function stepsOf({ nodes, forgotten, recorded }: Batch): readonly Step[] {
  return [
    ...[...nodes].map(([kind, ids]) => ({ statement: `nodes/${kind}`, parameters: { ids } })),
    ...[...forgotten].map(([statement, rows]) => ({ statement, parameters: { rows } })),
    ...recorded.steps(),
  ];
}

/** A step for these, none where there are none. */
export const stepIf = (statement: string, name: string, list: readonly unknown[]): readonly Step[] =>
  list.length === 0 ? [] : [{ statement, parameters: { [name]: list } }];

/** What the batches from `first` to `last` wrote, as columns. */
export function written(
  block: Block,
  { first, last }: Pick<Covered, 'first' | 'last'>,
): Readonly<{ covered: Covered; parameters: Parameters }> {
  const size = sizeOf(block);
  const parameters = { first: whole(first), last: whole(last), size: whole(size), format: whole(BLOCK_FORMAT), data: encode(block) };
  return { covered: { first, last, size }, parameters };
}
