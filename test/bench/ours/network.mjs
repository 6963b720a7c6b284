/**
 * The network that questions are measured on: 200,000 people, 400,000 referrals and 1,000,000 touchpoints, without the status moves that no
 * question asks about, all in UTC, and with nobody who withdrew, left or was merged, so that SQL need not know of them to give equal answers.
 */
import { generate } from '@kithline/examples';

const kept = new Set(
  [
    'CommunityFounded',
    'ConsentGranted',
    'MemberJoined',
    'TouchpointRecorded',
    'CheckedIn',
    'IntroductionMade',
    'IntroductionAccepted',
    'ReferralMade',
  ]
    .concat(['SessionAttended', 'ReferralRejected', 'ReferralCancelled', 'ReferralCompleted', 'ReferralClosed'])
    .map((type) => `org.kithline.${type}.v1`),
);
const utc = (event) => (event.data.timeZone === undefined ? event : { ...event, data: { ...event.data, timeZone: 'UTC' } });

export function* network(people) {
  const wanted = { people, touchpoints: 5 * people, seed: 1, from: '2024-01-01T00:00:00Z', to: '2026-01-01T00:00:00Z' };
  for (const event of generate(wanted)) if (kept.has(event.type)) yield utc(event);
}
export const validAt = '2026-06-01T00:00:00Z';
