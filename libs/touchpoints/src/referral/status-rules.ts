import { type Rule, rulesOf } from '../decider/rule.ts';
import { isReason } from '../reasons.ts';
import { parseInstant } from '../time.ts';
import { moves, type ReferralFact } from './events.ts';
import { matrix } from './matrix.ts';
import { entitled, partiesIn } from './parties.ts';
import type { Referral } from './state.ts';

const rule = rulesOf<Referral, ReferralFact>();
const statuses = ['ReferralDrafted', 'ReferralMade', ...moves] as const;
const endings = ['ReferralRejected', 'ReferralCancelled', 'ReferralFailed', 'ReferralCompleted', 'ReferralClosed'] as const;

/** `ReferralPutOnHold` → `put_on_hold` */
const nameOf = (type: string): string =>
  type
    .replace('Referral', '')
    .replace(/\B[A-Z]/g, '_$&')
    .toLowerCase();

const inItsTurn = (type: (typeof statuses)[number]) =>
  rule([type], `${nameOf(type)}_in_its_turn`, matrix[type].sentence, (_, { status }) => !matrix[type].from.includes(status));

const byWhom = (type: (typeof statuses)[number], judged: (fact: ReferralFact) => boolean) => {
  const sentence = `${type} is set by the ${matrix[type].by.join(' or the ')}`;
  return rule([type], `${nameOf(type)}_by_whom`, sentence, (fact, referral) => judged(fact) && entitled(fact, referral).length === 0);
};

/** The rows of the matrix. An event from elsewhere that does not say who did it accuses nobody. */
export const statusRules: readonly Rule<Referral, ReferralFact>[] = [
  ...statuses.flatMap((type) => [inItsTurn(type), byWhom(type, ({ actor }) => actor !== undefined)]),
  rule(
    moves,
    'nothing_precedes_the_referral',
    'Nothing happens to a referral before it is made',
    ({ at }, { madeAt }) => madeAt !== undefined && parseInstant(at) < parseInstant(madeAt),
  ),
];

/** What commands must say beside. A command without an actor is the system's. */
export const statusCommandRules: readonly Rule<Referral, ReferralFact>[] = [
  ...statuses.map((type) => byWhom(type, ({ actor }) => actor === undefined)),
  rule(endings, 'an_ending_has_a_reason', 'The ending of a referral has a reason out of the list', ({ data }) => !isReason(data.reason)),
  rule(['ReferralReopened'], 'a_reopening_has_a_reason', 'A referral is reopened for a reason', ({ data }) => data.reason === undefined),
  rule(moves, 'nobody_acts_in_another_name', 'Only the system acts in the name of another', (fact, referral) => {
    const parties = partiesIn(fact, referral);
    return fact.data.by !== undefined && !parties.includes(fact.data.by) && !parties.includes('system');
  }),
];
