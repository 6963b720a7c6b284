import { type Instant, purposeMask } from '@kithline/touchpoints';
import type { Draft } from './drafts.ts';

/** Facts in few words. Everybody is of the community `north`, and refers to doctor `xia`, unless it says otherwise. */
type More = Readonly<Record<string, unknown>>;
const draft = (fact: More, more: More): Draft => ({ ...fact, ...more }) as Draft;

export const joined = (person: string, at: Instant, more: More = {}): Draft =>
  draft({ type: 'MemberJoined', at, person, community: 'north' }, more);
export const left = (person: string, at: Instant, reason?: string): Draft =>
  draft({ type: 'MemberLeft', at, person, community: 'north' }, reason ? { reason } : {});
export const introduced = (introduction: string, introducer: string, introducee: string, at: Instant): Draft => ({
  type: 'IntroductionMade',
  at,
  introduction,
  introducer,
  introducee,
  community: 'north',
});
export const answered = (introduction: string, answer: 'Accepted' | 'Declined', at: Instant): Draft => ({
  type: `Introduction${answer}`,
  at,
  introduction,
});

export const made = (referral: string, person: string, at: Instant, more: More = {}): Draft =>
  draft({ type: 'ReferralMade', at, referral, person, practitioner: 'xia', community: 'north', sourceKind: 'introducer' }, more);
type Move =
  | 'Received'
  | 'Accepted'
  | 'Rejected'
  | 'PutOnHold'
  | 'Resumed'
  | 'Cancelled'
  | 'Failed'
  | 'Completed'
  | 'Closed'
  | 'Reopened'
  | 'EnteredInError';
export const moved = (referral: string, move: Move, at: Instant, reason?: string): Draft =>
  draft({ type: `Referral${move}`, at, referral }, reason ? { reason } : {});
export const attended = (referral: string, session: string, at: Instant, more: More = {}): Draft =>
  draft({ type: 'SessionAttended', at, referral, session, kind: 'treatment' }, more);
export const booked = (referral: string, session: string, at: Instant, more: More = {}): Draft =>
  draft({ type: 'SessionBooked', at, referral, session, kind: 'treatment' }, more);

export const checkedIn = (person: string, engagement: string, at: Instant): Draft => ({
  type: 'CheckedIn',
  at,
  engagement,
  person,
  community: 'north',
});
export const touched = (person: string, at: Instant, kind = 'workshop'): Draft => ({
  type: 'TouchpointRecorded',
  at,
  person,
  community: 'north',
  kind,
});
export const scored = (person: string, at: Instant, total: number, more: More = {}): Draft =>
  draft({ type: 'OutcomeMeasured', at, person, instrument: 'PHQ-9', version: '1', total }, more);

export const granted = (person: string, at: Instant, more: More = {}): Draft =>
  draft({ type: 'ConsentGranted', at, person, purposes: purposeMask() }, more);
export const withdrawn = (person: string, at: Instant): Draft => ({
  type: 'ConsentWithdrawn',
  at,
  person,
  purposes: purposeMask(),
  erase: false,
});
export const erased = (person: string, at: Instant): Draft => ({
  type: 'ConsentWithdrawn',
  at,
  person,
  purposes: purposeMask(),
  erase: true,
});
export const merged = (survivor: string, gone: string, at: Instant): Draft => ({ type: 'PersonsMerged', at, survivor, merged: gone });
export const parted = (survivor: string, gone: string, at: Instant): Draft => ({ type: 'MergeReversed', at, survivor, merged: gone });
export const reassigned = (person: string, introducer: string, at: Instant): Draft => ({
  type: 'IntroducerReassigned',
  at,
  person,
  introducer,
});
/** A statement that covers a source for these purposes, for all of them unless it says otherwise. */
export const basis = (covers: string, more: More = {}): Draft =>
  draft({ type: 'ConsentBasisDeclared', at: 0, basis: `b-${covers}`, covers, purposes: purposeMask() }, more);
