import type { PersonId } from '@kithline/touchpoints';

/**
 * Who may be named (METRICS C0.6, naming). It depends on neither V nor K: it is always the newest graph's word, laid over a graph at an
 * earlier K as well. Somebody the newest graph never heard of is masked.
 */
export interface Naming {
  of(person: PersonId): 'named' | 'masked' | 'erased';
}

/**
 * Whether what was recorded at a position with this id in it went with somebody's erasure: all of it, until they consent again; then what was
 * there when they were erased, since a grant covers later events only (METRICS C0.6).
 */
export type ErasedAt = (id: string, position: number) => boolean;
