import { type Rule, rulesOf } from '../decider/rule.ts';
import type { ReferralFact } from './events.ts';
import type { Referral } from './state.ts';

const rule = rulesOf<Referral, ReferralFact>();
const requests = ['ReferralDrafted', 'ReferralMade'] as const;

/** Who can be referred by whom to whom. */
export const requestRules: readonly Rule<Referral, ReferralFact>[] = [
  rule(requests, 'nobody_refers_themselves', 'Nobody refers themselves', ({ data }) => data.referrerId === data.personId),
  rule(
    requests,
    'nobody_is_their_own_practitioner',
    'Nobody is their own practitioner',
    ({ data }) => data.practitionerId === data.personId,
  ),
  rule(
    requests,
    'a_client_makes_only_their_own_referral',
    'A client makes only a referral that has no referrer',
    ({ actor, data }) => actor === data.personId && data.referrerId !== undefined && data.referrerId !== actor,
  ),
];
