import { aboutReferrals } from '../common-options.ts';
import { days, duration, localDays } from '../durations.ts';
import { InvalidOption } from '../invalid-option.ts';
import { choice, flag } from '../kind.ts';
import { defaulted, type Values } from '../option.ts';

export const latencyOptions = {
  variant: defaulted(choice(['aalen-johansen', 'km']), 'aalen-johansen', {
    help: 'the share seen, with closed referrals competing; or the curve of those still waiting, with closed referrals censored',
  }),
  session: defaulted(choice(['1', '3']), '1', { help: 'which attended session' }),
  horizon: defaulted(duration, '30d', { help: 'where the headline is read and the restricted mean ends' }),
  clock: defaulted(choice(['continue', 'segment']), 'continue', { help: 'of a reopened referral: the clock runs on, or starts anew' }),
  from: defaulted(choice(['made', 'accepted', 'first-touch']), 'made', { help: 'what starts the clock' }),
  ...aboutReferrals,
};

export const reReferralOptions = {
  reading: defaulted(choice(['return', 'referrer', 'client', 'share', 'onward']), 'return', {
    help:
      'clients who come back; referrers who send another person; clients who refer to where they were seen; the share of repeated referrals; ' +
      'accepted and sent on',
  }),
  variant: defaulted(choice(['every', 'chained']), 'every', {
    help: 'every concluded referral counts, or of those that follow within 30 days only the last',
    only: { reading: ['return'] },
  }),
  horizon: defaulted(localDays, '90d', { help: 'the window, in local calendar days, its last day included' }),
  'all-referrers': defaulted(flag, 'false', {
    help: 'also referrers who referred to nobody in the window',
    only: { reading: ['referrer'] },
  }),
  ...aboutReferrals,
};

export function checkReReferral(asked: Values<typeof reReferralOptions>): InvalidOption[] {
  if (asked.variant === 'chained' && days(asked.horizon) <= 30)
    return [new InvalidOption('horizon', 'must be more than 30d: --variant chained takes what follows within 30 days as one')];
  return [];
}
