import { type Rule, rulesOf } from '../decider/rule.ts';
import type { ReferralFact } from './events.ts';
import type { Referral } from './state.ts';

const rule = rulesOf<Referral, ReferralFact>();

/** What may be flagged as a duplicate. */
export const duplicateFlagRules: readonly Rule<Referral, ReferralFact>[] = [
  rule(
    ['PossibleDuplicateReferralFlagged'],
    'a_referral_does_not_duplicate_itself',
    'A referral does not duplicate itself',
    ({ data }) => data.otherId === data.referralId,
  ),
  rule(
    ['PossibleDuplicateReferralFlagged'],
    'only_a_referral_made_is_a_duplicate',
    'Only a referral that was made is flagged as a duplicate',
    (_, { madeAt }) => madeAt === undefined,
  ),
];
