import type { ReferralCommand } from '../referral/commands.ts';
import type { ReferralFact, ReferralMove } from '../referral/events.ts';

/** Ana refers Ben to Dee: Ana is the requester, Dee the target, Ben the client, anybody else the system. */
export const anaRefersBen = {
  referralId: 'r-17',
  personId: 'p-ben',
  referrerId: 'p-ana',
  practitionerId: 'p-dee',
  communityId: 'c-mill',
  source: { kind: 'introducer' },
} as const;

export const who = { requester: 'p-ana', target: 'p-dee', client: 'p-ben', system: undefined } as const;

/** The hours of one day: `hour(9)`. */
export const hour = (h: number): string => `2026-03-02T${String(h).padStart(2, '0')}:00:00Z`;

export const drafted: ReferralFact = { type: 'ReferralDrafted', at: hour(8), actor: 'p-ana', data: anaRefersBen };
export const made: ReferralFact = { type: 'ReferralMade', at: hour(9), actor: 'p-ana', data: anaRefersBen };

/** A status that somebody set at ten. */
export const moved = (type: ReferralMove, actor: string | undefined = 'p-dee', data: object = {}): ReferralFact => ({
  type,
  at: hour(10),
  ...(actor !== undefined && { actor }),
  data: { referralId: 'r-17', ...data },
});

/** The wish for a status, at ten. */
export const wish = (type: ReferralCommand['type'], actor: string | undefined = 'p-dee', data: object = {}): ReferralCommand =>
  ({ type, at: hour(10), actor, data: { referralId: 'r-17', ...data } }) as ReferralCommand;
