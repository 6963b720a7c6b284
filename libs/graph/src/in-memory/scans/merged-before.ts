import { codeOf } from '../codes.ts';
import type { Derived } from '../derived.ts';

const merged = codeOf('PersonsMerged');

/**
 * Whether two ids of one representative were known to be one person when the fact of this row was recorded: scores of two ids never pair
 * across a merge made after the fact (METRICS C19, C10). Follows the merges recorded before the row.
 */
export function wereOneAt({ journal, identity }: Derived, { a, b }: Readonly<{ a: number; b: number }>, row: number): boolean {
  if (a === b) return true;
  const reached = new Set([a]);
  const members = identity.membersOf(identity.of[a]!);
  for (let round = 0; round < members.length; round++) {
    for (let earlier = 0; earlier < row; earlier++) {
      if (journal.type[earlier] !== merged) continue;
      const pair = [journal.person[earlier]!, journal.other[earlier]!];
      if (pair.some((person) => reached.has(person))) pair.forEach((person) => reached.add(person));
    }
  }
  return reached.has(b);
}
