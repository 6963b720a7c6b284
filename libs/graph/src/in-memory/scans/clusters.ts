import type { Derived } from '../derived.ts';

/** Each unit's person, numbered by the byte order of their ids: what the cluster bootstrap of METRICS C5 counts along. */
export function byteOrder(derived: Derived, persons: Int32Array): Int32Array {
  const { persons: table } = derived.journal.tables;
  const inOrder = [...new Set(persons)]
    .map((person) => ({ person, bytes: bytesOf(table.text(person)) }))
    .sort((a, b) => (a.bytes < b.bytes ? -1 : 1));
  const ranks = new Int32Array(table.count);
  inOrder.forEach(({ person }, rank) => (ranks[person] = rank));
  return persons.map((person) => ranks[person]!);
}

/** One character a byte, so that strings compare as their bytes do. */
const bytesOf = (id: string): string => Buffer.from(id).toString('latin1');

/** Whether somebody stands behind several units. */
export const hasSeveral = (persons: Int32Array): boolean => new Set(persons).size < persons.length;
