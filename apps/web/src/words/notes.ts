/** What the notes of an answer mean, by their stable codes. */
export const notes: Readonly<Record<string, string>> = {
  not_for_publication: 'Nothing is hidden in this answer: it is not for publication.',
  independence_assumed: 'Some person stands behind several units; the intervals take units as independent.',
  not_randomised: 'Nobody was assigned to these groups by chance; they may differ in more than what is compared.',
  curves_cross: 'The curves cross, so the log-rank test says little; compare at fixed times.',
  regression_to_the_mean: 'People are measured when they are worst, so part of a change for the better comes by itself.',
  no_score_before: 'Nobody who came had a score of this instrument in the week before.',
  tail_left_out: 'The end rests on too few persons to be shown, and is left out.',
  follow_up_too_short: 'Nobody was followed for as long as the horizon yet.',
  tied_at_zero: 'Some ended at the very instant at which they began.',
  zone_unknown: 'Some community was never founded; UTC was taken for its days.',
  merged: 'The id asked about was merged; its representative answers.',
  events_parked: 'Some events wait for what they amend, or could not be applied.',
};
