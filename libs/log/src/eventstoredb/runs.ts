import type { Row } from '../rows.ts';

/** A row and its place among those given. */
export type Indexed = Readonly<{ row: Row; index: number }>;

/** What goes into one append: servers take 1 MiB at once unless they are set up otherwise, and count more than the lines. */
const largest = { rows: 500, characters: 200_000 };

/** Rows that stand next to each other and belong to one stream are appended together, as far as an append may be. */
export function runsOf(rows: readonly Indexed[]): readonly (readonly Indexed[])[] {
  const runs: Indexed[][] = [];
  let characters = 0;
  for (const each of rows) {
    const run = runs.at(-1);
    characters += each.row.line.length;
    if (run && run[0]?.row.stream === each.row.stream && run.length < largest.rows && characters <= largest.characters) run.push(each);
    else {
      runs.push([each]);
      characters = each.row.line.length;
    }
  }
  return runs;
}
