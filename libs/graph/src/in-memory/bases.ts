import { codeOf } from './codes.ts';
import type { Journal } from './journal.ts';

const declared = codeOf('ConsentBasisDeclared');
const revoked = codeOf('ConsentBasisRevoked');

/**
 * What the declared bases in force at K cover: a mask of purposes by CloudEvents source (METRICS C0.6). A basis acts by position alone: at K
 * it is in force or it is not, whenever the events it covers occurred.
 */
export function basesOf(journal: Journal): Int32Array {
  const inForce = new Map<number, number>();
  const rows = [...journal.rowsOf(declared), ...journal.rowsOf(revoked)].sort((a, b) => a - b);
  for (const row of rows) {
    if (journal.type[row] === declared) inForce.set(journal.subject[row]!, row);
    else inForce.delete(journal.subject[row]!);
  }
  const masks = new Int32Array(journal.tables.sources.count);
  for (const row of inForce.values()) masks[journal.link[row]!]! |= journal.word[row]!;
  return masks;
}
