/** Why a person left or a referral ended. Commands take one of these; facts from elsewhere may bring any other code, which never censors. */
export const reasons = [
  'died',
  'moved_away',
  'handed_off',
  'lost_contact',
  'lost_contact_noninformative',
  'ineligible',
  'duplicate',
  'not_engaged',
  'needs_met_elsewhere',
  'no_capacity',
  'withdrew',
  'completed',
  'other',
] as const;
export type Reason = (typeof reasons)[number];

/** Whether a code is in the list of reasons. */
export const isReason = (code: string | undefined): boolean => (reasons as readonly (string | undefined)[]).includes(code);
