import { type Rule, rulesOf } from '../decider/rule.ts';
import { type ReferralFact, sessionEvents } from './events.ts';
import type { Referral } from './state.ts';

const rule = rulesOf<Referral, ReferralFact>();

/** What may happen to the sessions of a referral. Who comes unannounced, or after all, attended. */
export const sessionRules: readonly Rule<Referral, ReferralFact>[] = [
  rule(
    sessionEvents,
    'sessions-need-an-accepted-referral',
    'Sessions belong to an open referral that was accepted',
    (_, { status }) => status !== 'accepted',
  ),
  rule(['SessionBooked'], 'a-session-is-booked-once', 'A session is booked once', ({ data }, { sessions }) => sessions.has(data.sessionId)),
  rule(
    ['SessionMissed', 'SessionCancelled'],
    'only-a-booked-session-is-missed-or-cancelled',
    'Only a session that is booked is missed or cancelled',
    ({ data }, { sessions }) => sessions.get(data.sessionId) !== 'SessionBooked',
  ),
];
