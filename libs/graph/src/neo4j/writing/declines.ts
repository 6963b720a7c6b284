import type { Journal } from '../../in-memory/journal.ts';
import type { Batch } from './batch.ts';

/**
 * Introductions of which it may have changed when they were first declined; that is kept beside them, so that a search for paths need not
 * look further. Made anew where an answer came, where one no longer stands as it did, or where the introduction was known before it was made.
 */
export function redeclined(journal: Journal, { facts, forgotten, mark }: Pick<Batch, 'facts' | 'forgotten' | 'mark'>): readonly string[] {
  const known = (id: string): boolean => journal.tables.introductions.find(id) < mark.tables.introductions;
  const ids = facts.flatMap((fact) => {
    if (fact.type === 'IntroductionDeclined') return [fact.introduction];
    return fact.type === 'IntroductionMade' && known(fact.introduction) ? [fact.introduction] : [];
  });
  const unanswered = (forgotten.get('record/forget-introduction') ?? []).map(({ about }) => about as string);
  return [...new Set([...ids, ...unanswered])];
}
