import type { GraphFact } from '../../graph-fact.ts';
import type { Journal } from '../../in-memory/journal.ts';
import type { Mark } from '../blocks/written.ts';

/**
 * Introductions of which it may have changed when they were first declined; that is kept beside them, so that a search for paths need not
 * look further. Made anew where an answer came, or where the introduction was known before it was made.
 */
export function redeclined(journal: Journal, { facts, mark }: Readonly<{ facts: readonly GraphFact[]; mark: Mark }>): readonly string[] {
  const known = (id: string): boolean => journal.tables.introductions.find(id) < mark.tables.introductions;
  const ids = facts.flatMap((fact) => {
    if (fact.type === 'IntroductionDeclined') return [fact.introduction];
    return fact.type === 'IntroductionMade' && known(fact.introduction) ? [fact.introduction] : [];
  });
  return [...new Set(ids)];
}
