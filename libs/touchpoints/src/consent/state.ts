import type { CommunityId } from '../ids.ts';
import { type Purpose, purposes } from '../purposes.ts';
import type { ConsentFact, ConsentGranted } from './events.ts';

/** What was last said about one purpose in one community, or in all of them. */
export type Word = Readonly<{
  purpose: Purpose;
  /** Undefined: in all communities. */
  communityId: CommunityId | undefined;
  status: 'granted' | 'withdrawn' | 'expired';
  /** The grant, where it is one. */
  grant?: ConsentGranted['data'];
}>;

export type Consent = Readonly<{
  words: readonly Word[];
  /** When all was erased last: RFC 3339. */
  erasedAt?: string;
  /** Nothing was granted since then. */
  erased: boolean;
}>;

export const initial = (): Consent => ({ words: [], erased: false });

const statuses = { ConsentGranted: 'granted', ConsentWithdrawn: 'withdrawn', ConsentExpired: 'expired' } as const;

export function evolve({ words, erasedAt, erased }: Consent, fact: ConsentFact): Consent {
  const said = wordsOf(fact);
  const still = words.filter((word) => !said.some((other) => outdoes(other, word)));
  const kept = { words: [...still, ...said], ...(erasedAt !== undefined && { erasedAt }) };
  if (isErasure(fact)) return { ...kept, erasedAt: fact.at, erased: true };
  return { ...kept, erased: erased && fact.type !== 'ConsentGranted' };
}

/** Whether this takes everything back, for all purposes and all time. */
export const isErasure = (fact: ConsentFact): boolean => fact.type === 'ConsentWithdrawn' && fact.data.effect === 'erase';

/** What a fact says, purpose by purpose. A withdrawal that names no purpose, and every erasure, is about all of them. */
export function wordsOf(fact: ConsentFact): readonly Word[] {
  const about = isErasure(fact) ? purposes : (fact.data.purposes ?? purposes);
  const communityId = isErasure(fact) ? undefined : fact.data.communityId;
  const grant = fact.type === 'ConsentGranted' ? { grant: fact.data } : {};
  return about.map((purpose) => ({ purpose, communityId, status: statuses[fact.type], ...grant }));
}

/** A later word about the same, or about all communities at once when it ends something. */
const outdoes = (later: Word, word: Word): boolean =>
  later.purpose === word.purpose &&
  (later.communityId === word.communityId || (later.communityId === undefined && later.status !== 'granted'));
