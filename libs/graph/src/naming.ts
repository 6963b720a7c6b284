import type { PersonId } from '@kithline/touchpoints';

/**
 * Who may be named (METRICS C0.6, naming). It depends on neither V nor K: it is always the newest graph's word, laid over a graph at an
 * earlier K as well. Somebody the newest graph never heard of is masked.
 */
export interface Naming {
  of(person: PersonId): 'named' | 'masked' | 'erased';
}
