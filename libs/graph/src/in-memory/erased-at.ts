import type { ErasedAt } from '../naming.ts';
import type { Derived } from './derived.ts';

/** Whose records are gone, as of the newest graph. */
export function erasedAt({ journal, identity, erasures }: Derived): ErasedAt {
  return (id, position) => {
    const number = journal.tables.persons.find(id);
    const erasure = number < 0 ? undefined : erasures.get(identity.of[number]!);
    return erasure !== undefined && (!erasure.again || position <= erasure.position);
  };
}
