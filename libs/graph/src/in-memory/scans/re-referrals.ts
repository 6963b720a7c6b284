import type { Naming } from '../../naming.ts';
import type { ReReferralQuestion, ReReferrals } from '../../questions/re-referrals.ts';
import type { Derived } from '../derived.ts';
import { countClients } from './re-referrals/client.ts';
import { FollowUp } from './re-referrals/follow-up.ts';
import { countOnward } from './re-referrals/onward.ts';
import { countReferrers } from './re-referrals/referrer.ts';
import { countReturns } from './re-referrals/return.ts';
import { countShare } from './re-referrals/share.ts';

const readings: { [Reading in ReReferralQuestion['reading']]: (followUp: FollowUp) => void } = {
  return: countReturns,
  referrer: countReferrers,
  client: countClients,
  share: countShare,
  onward: countOnward,
};

/** Re-referral in the reading asked for (METRICS C6). */
export function reReferrals(derived: Derived, question: ReReferralQuestion, naming: Naming): ReReferrals {
  const followUp = new FollowUp(derived, question, naming);
  readings[question.reading](followUp);
  return followUp.answer();
}
