import { codeOf } from './codes.ts';
import type { Identity } from './identity.ts';
import type { Journal } from './journal.ts';
import { ERASES } from './rows.ts';

const withdrawn = codeOf('ConsentWithdrawn');
const granted = codeOf('ConsentGranted');

/** When somebody was erased: the position it acts from, and when they asked. */
export type Erasure = Readonly<{ position: number; at: number; again: boolean }>;

/**
 * Erasures by representative (METRICS C0.6): what was recorded of the person up to the position is gone for every V. `again`: they have
 * granted something since, so they are a person once more, of whom only later events are known.
 */
export type Erasures = ReadonlyMap<number, Erasure>;

export function erasuresOf(journal: Journal, identity: Identity): Erasures {
  const erasures = new Map<number, Erasure>();
  for (const row of journal.rowsOf(withdrawn)) {
    if (journal.link[row] !== ERASES) continue;
    const person = identity.of[journal.person[row]!]!;
    const at = Math.max(journal.at[row]!, erasures.get(person)?.at ?? -Infinity);
    erasures.set(person, { position: journal.position[row]!, at, again: false });
  }
  if (erasures.size > 0) findGrantsSince(journal, identity, erasures);
  return erasures;
}

function findGrantsSince(journal: Journal, identity: Identity, erasures: Map<number, Erasure>): void {
  for (const row of journal.rowsOf(granted)) {
    const person = identity.of[journal.person[row]!]!;
    const erasure = erasures.get(person);
    if (erasure && journal.position[row]! > erasure.position) erasures.set(person, { ...erasure, again: true });
  }
}
