import { codeOf } from '../codes.ts';
import type { Derived } from '../derived.ts';
import { precedes } from '../order.ts';

const joined = codeOf('MemberJoined');

/** How each representative came: the pathway (a word, -1 for none) of their first MemberJoined within (V, K). */
export function pathwaysOf(derived: Derived, validAt: number): Int32Array {
  const { journal, identity } = derived;
  const firsts = new Int32Array(journal.tables.persons.count).fill(-1);
  for (const row of journal.rowsOf(joined)) {
    const person = journal.person[row]!;
    if (journal.at[row]! > validAt || derived.isGone(person, row)) continue;
    const known = firsts[identity.of[person]!]!;
    if (known < 0 || precedes(journal, row, known)) firsts[identity.of[person]!] = row;
  }
  return firsts.map((row) => (row < 0 ? -1 : journal.word[row]!));
}
