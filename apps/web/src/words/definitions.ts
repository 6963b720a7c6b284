/** What each figure means, after METRICS.md, in plain words. */
export type Definition = Readonly<{ source: string; says: readonly string[] }>;

export const definitions = {
  conversion: {
    source: 'METRICS C9',
    says: [
      'One unit is one person at one evening, from their check-in. It counts as booked when the same person has a session booked after the check-in and at the latest on the 30th local day after it (31 days, the last included).',
      'Who was already in care at the check-in is left out and counted beside. Who has not been observed for the whole window yet is immature: in neither numerator nor denominator.',
      'A person at several evenings is credited once, to the last evening before the booking. The interval is Wilson’s, of the difference Newcombe’s.',
    ],
  },
  latency: {
    source: 'METRICS C5',
    says: [
      'One unit is one referral, from the day it was made to its first attended session; assessments do not count.',
      'Waits that are not over yet count for as long as they have lasted. A referral that ends without a session (closed, cancelled, rejected) competes: it can no longer lead to one. Leaving such referrals out would over-estimate the share seen.',
      'The curve is the cumulative incidence after Aalen and Johansen; its band is log(−log) with Aalen’s variance. Medians are Kaplan-Meier’s. “Sooner” is 1 − median A ⁄ median B, with a percentile bootstrap of 2,000 draws.',
    ],
  },
  retention: {
    source: 'METRICS C2',
    says: [
      'The share of those who joined that came back in period k: the k-th calendar month or week, in the community’s local time, after the one in which they joined. Period 0 counts only what came strictly after joining.',
      'Coming back is any check-in, session booked or attended, touchpoint of one’s own, introduction or referral made. What we sent does not count.',
      'Only persons for whom the period is over at V are counted; the others are immature and counted beside. The interval is Wilson’s.',
    ],
  },
  reReferral: {
    source: 'METRICS C6',
    says: [
      'Five readings of one word, so each is named. The horizon is 90 local days, the last included.',
      'Only what has been observed for the whole horizon counts. Self-referrals and reciprocal pairs are left out of the readings about trust and counted beside.',
      'The interval is Wilson’s and takes units as independent; a high share of clients who return is not good in itself.',
    ],
  },
  outcomeChange: {
    source: 'METRICS C10',
    says: [
      'One unit is one person at one evening with a score in the seven days before its end. The score after is the one nearest day 7, within days 7 to 14, fixed in advance.',
      'The change is after minus before; less is better. Improved means at least the reliable change (6 points on the PHQ-9); the minimal important change is 20 % of the score before.',
      'People are measured when they are worst, so part of a change for the better comes by itself (regression to the mean). How many answered again is shown first for that reason.',
    ],
  },
} as const satisfies Record<string, Definition>;
