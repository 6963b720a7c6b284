import { compareIds, type CommunityId, type PersonId, type ReferralId } from '../ids.ts';
import { DAY, parseInstant } from '../time.ts';
import type { ReferralMade } from './events.ts';

/** Another referral of the same person, as the handler found it. */
export type OtherReferral = Readonly<{
  referralId: ReferralId;
  practitionerId: PersonId;
  communityId: CommunityId;
  /** When it was made: RFC 3339. */
  madeAt: string;
  /** Neither ended nor entered in error. */
  open: boolean;
}>;

type Reading = (other: OtherReferral, made: ReferralMade) => boolean;

/** How long ago is recently: thirty days. */
const RECENTLY = 30 * DAY;

/** Four readings of "the same referral twice" (CATALOGUE row 8). Whichever is chosen flags and never refuses: a person decides. */
export const duplicateRules = {
  /** An open referral of the person to the same practitioner. The default. */
  'any-open': (other, { data }) => other.open && other.practitionerId === data.practitionerId,
  /** A referral of the person to the same practitioner within thirty days, whatever became of it. */
  'same-practitioner-recently': (other, { at, data }) =>
    other.practitionerId === data.practitionerId && Math.abs(parseInstant(at) - parseInstant(other.madeAt)) <= RECENTLY,
  /** An open referral of the person in the same community, to whomever. */
  'same-community': (other, { data }) => other.open && other.communityId === data.communityId,
  /** An open referral of the person anywhere in the network. */
  'anyone-in-network': (other) => other.open,
} as const satisfies Readonly<Record<string, Reading>>;
export type DuplicateRule = keyof typeof duplicateRules;

/** The ids of the referrals that this one may duplicate, in the order of ids. */
export function possibleDuplicates(made: ReferralMade, others: readonly OtherReferral[], by: DuplicateRule = 'any-open'): ReferralId[] {
  const isDuplicate: Reading = duplicateRules[by];
  const found = others.filter((other) => other.referralId !== made.data.referralId && isDuplicate(other, made));
  return found.map(({ referralId }) => referralId).sort(compareIds);
}
