import { type Rule, rulesOf } from '../decider/rule.ts';
import { type ReferralFact, sessionEvents } from './events.ts';
import type { Referral } from './state.ts';

const rule = rulesOf<Referral, ReferralFact>();

/** What may happen to the sessions of a referral. Who comes unannounced, or after all, attended. */
export const sessionRules: readonly Rule<Referral, ReferralFact>[] = [
  rule(
    sessionEvents,
    'sessions_need_an_accepted_referral',
    'Sessions belong to an open referral that was accepted',
    (_, { status }) => status !== 'accepted',
  ),
  rule(['SessionBooked'], 'a_session_is_booked_once', 'A session is booked once', ({ data }, { sessions }) => sessions.has(data.sessionId)),
  rule(
    ['SessionMissed', 'SessionCancelled'],
    'only_a_booked_session_is_missed_or_cancelled',
    'Only a session that is booked is missed or cancelled',
    ({ data }, { sessions }) => sessions.get(data.sessionId) !== 'SessionBooked',
  ),
];
