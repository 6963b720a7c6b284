import { codeOf } from '../codes.ts';
import type { Derived } from '../derived.ts';

const checkedIn = codeOf('CheckedIn');

/** Timeline entries of a person's check-ins by V, one an engagement: duplicates, also of ids now merged, collapse to the earliest (METRICS C19). */
export function checkInsOf({ journal, timelines }: Derived, person: number, validAt: number): readonly number[] {
  const { offsets, at, code, rows } = timelines;
  const entries: number[] = [];
  for (let i = offsets[person]!; i < offsets[person + 1]! && at[i]! <= validAt; i++) {
    if (code[i] !== checkedIn) continue;
    const engagement = journal.subject[rows[i]!]!;
    if (entries.every((entry) => journal.subject[rows[entry]!] !== engagement)) entries.push(i);
  }
  return entries;
}
