import type { Derived } from '../derived.ts';

/** Each unit's person, numbered by the byte order of their ids: what the cluster bootstrap of METRICS C5 counts along. */
export function byteOrder(derived: Derived, persons: Int32Array): Int32Array {
  const { persons: table } = derived.journal.tables;
  const distinct = [...new Set(persons)].sort((a, b) => table.compare(a, b));
  const ranks = new Int32Array(table.count);
  distinct.forEach((person, rank) => (ranks[person] = rank));
  return persons.map((person) => ranks[person]!);
}

/** Whether somebody stands behind several units. */
export const hasSeveral = (persons: Int32Array): boolean => new Set(persons).size < persons.length;
