import { sameData } from '../decider/collections.ts';
import { deciderOf } from '../decider/decider.ts';
import { rulesOf } from '../decider/rule.ts';
import { parseInstant } from '../time.ts';
import type { ConsentCommand } from './commands.ts';
import type { ConsentFact } from './events.ts';
import { type Consent, evolve, initial, isErasure, type Word, wordsOf } from './state.ts';

const rule = rulesOf<Consent, ConsentFact>();

export const consentDecider = deciderOf<Consent, ConsentCommand, ConsentFact>({
  initial,
  evolve,
  becomes: { GrantConsent: 'ConsentGranted', WithdrawConsent: 'ConsentWithdrawn', ExpireConsent: 'ConsentExpired' },
  alreadySo,
  rules: [
    rule(
      ['ConsentGranted'],
      'a_grant_reaches_back_not_forward',
      'A grant reaches back to earlier events, not to a later beginning',
      ({ at, data }) => data.since !== undefined && parseInstant(data.since) > parseInstant(at),
    ),
    rule(
      ['ConsentGranted'],
      'a_grant_does_not_reach_behind_an_erasure',
      'After an erasure a grant covers later events only',
      ({ data }, { erasedAt }) => erasedAt !== undefined && data.since !== undefined && parseInstant(data.since) < parseInstant(erasedAt),
    ),
    rule(['ConsentExpired'], 'only_a_consent_in_force_expires', 'Only a consent in force expires', (fact, { words }) => {
      const granted = words.filter(({ status }) => status === 'granted');
      return wordsOf(fact).every((said) => !granted.some((word) => isAbout(said, word)));
    }),
  ],
});

/** Withdrawing what was never granted still says something, since a declared basis may cover it. */
function alreadySo(fact: ConsentFact, { words, erased }: Consent): boolean {
  if (isErasure(fact)) return erased;
  return wordsOf(fact).every((said) =>
    fact.type === 'ConsentGranted'
      ? words.some((word) => isSame(said, word) && sameData(word.grant, fact.data))
      : words.some((word) => isSame(word, said) && word.status === said.status) &&
        !words.some((word) => isAbout(said, word) && word.status === 'granted'),
  );
}

/** Whether both are about the same purpose in the same community. */
const isSame = (a: Word, b: Word): boolean => a.purpose === b.purpose && a.communityId === b.communityId;

/** Whether a word in force is what is spoken of: the same purpose, in the same community where one is named. */
const isAbout = (said: Word, word: Word): boolean =>
  said.purpose === word.purpose && (said.communityId === undefined || said.communityId === word.communityId);
