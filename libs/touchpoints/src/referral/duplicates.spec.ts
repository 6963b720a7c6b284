import { specFor } from '../testing/given.ts';
import { anaRefersBen, hour, made, wish } from '../testing/referrals.ts';
import { referralDecider } from './decide.ts';
import type { DuplicateRule, OtherReferral } from './duplicates.ts';
import type { ReferralFact } from './events.ts';

const given = specFor(referralDecider);
const other = (referralId: string, more: Partial<OtherReferral> = {}): OtherReferral => ({
  referralId,
  practitionerId: 'p-dee',
  communityId: 'c-mill',
  madeAt: '2026-02-01T09:00:00Z',
  open: true,
  ...more,
});
const flagged = (otherId: string): ReferralFact => ({
  type: 'PossibleDuplicateReferralFlagged',
  at: hour(9),
  actor: 'p-ana',
  data: { referralId: 'r-17', otherId },
});
const make = (others: readonly OtherReferral[], duplicateRule?: DuplicateRule) =>
  ({ type: 'MakeReferral', at: hour(9), actor: 'p-ana', data: anaRefersBen, others, duplicateRule }) as const;

const others = [
  other('r-9', { practitionerId: 'p-eli', communityId: 'c-hill' }),
  other('r-8', { practitionerId: 'p-eli' }),
  other('r-7', { open: false }),
  other('r-6', { open: false, madeAt: '2026-01-31T08:59:59Z' }),
  other('r-5'),
  other('r-17'),
];

describe('A possible duplicate', () => {
  it('is flagged beside the referral, which is made all the same', () =>
    given()
      .when(make([other('r-5')]))
      .then(made, flagged('r-5')));

  it('is an open referral of the same person to the same practitioner', () => given().when(make(others)).then(made, flagged('r-5')));

  it.each<[DuplicateRule, string[]]>([
    ['any-open', ['r-5']],
    ['same-practitioner-recently', ['r-5', 'r-7']],
    ['same-community', ['r-5', 'r-8']],
    ['anyone-in-network', ['r-5', 'r-8', 'r-9']],
  ])('reads %s as %p where the operator says so', (rule, ids) =>
    given()
      .when(make(others, rule))
      .then(made, ...ids.map(flagged)),
  );

  it('can be flagged by hand, once', () => {
    const flag = wish('FlagPossibleDuplicateReferral', 'p-clerk', { otherId: 'r-5' });
    given(made)
      .when(flag)
      .then({ ...flagged('r-5'), at: hour(10), actor: 'p-clerk' });
    given(made, flagged('r-5')).when(flag).thenNothingHappens();
    given().when(flag).thenRefused('Only a referral that was made is flagged as a duplicate');
    given(made)
      .when(wish('FlagPossibleDuplicateReferral', 'p-clerk', { otherId: 'r-17' }))
      .thenRefused('A referral does not duplicate itself');
  });
});
