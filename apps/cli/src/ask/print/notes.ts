import { figure, HIDDEN, words, type Answer } from './figures.ts';

/** What the codes in an answer's notes mean, for people. */
const meanings: Readonly<Record<string, string>> = {
  not_for_publication: 'nothing is hidden in this answer: it is not for publication',
  independence_assumed: 'some person stands behind several units; the intervals take units as independent',
  curves_cross: 'the curves cross, so the log-rank test says little; compare them at fixed times and by their means',
  not_randomised: 'nobody was assigned to these groups by chance; they may differ in more than what is compared',
  regression_to_the_mean: 'people are measured when they are worst, so part of a change for the better comes by itself',
  no_score_before: 'nobody who came had a score of this instrument in the week before: is its name spelled as it was recorded?',
  events_parked: 'some events wait for what they amend, or could not be applied; kithline status counts them',
  community_ignored: 'a walk begins at a person, so --community changed nothing',
  merged: 'the id was merged; who answers is the person it stands for now',
  zone_unknown: 'some community was never founded, so its time zone is not known; UTC was taken',
  tied_at_zero: 'some ended at the very instant at which they began; they count as 0 days',
  tail_left_out: 'the end of the table or curve rests on too few to be shown, and is left out',
  follow_up_too_short: 'nobody was followed for as long as the horizon, so the figure at it is not defined',
};

/** Each note on a line of its own, in words. */
export const explainNotes = ({ notes }: Answer): readonly string[] =>
  Array.isArray(notes) ? notes.map((code) => `note: ${meanings[String(code)] ?? words(String(code))}`) : [];

const counted: Readonly<Record<string, string>> = {
  n_immature: 'not observed long enough yet',
  n_censored: 'out of observation before the end',
  n_competing: 'ended another way first',
  n_noconsent: 'without consent for this purpose',
  n_inverted: 'with the end before the beginning',
  n_unknown_start: 'whose start is not known',
  n_no_start: 'that never started the clock',
  n_not_at_risk: 'never under observation',
  n_in_care: 'already in care',
  n_open: 'in a chain that is not concluded',
  n_excluded: 'excluded as circular (self-referrals, merged persons, mutual pairs)',
};

/** Who was left out, one line a count that is not zero. A count that is hidden says so; one that does not apply is passed over. */
export function explainLeftOut(answer: Answer): readonly string[] {
  const hidden = answer.disclosure !== 'none';
  return Object.entries(counted).flatMap(([name, meaning]) => {
    const count = answer[name];
    if (typeof count === 'number') return count === 0 ? [] : [`${figure(name, count)} ${meaning}`];
    return count === null && hidden && applies(name, answer) ? [`${HIDDEN} ${meaning}`] : [];
  });
}

/** A curve loses nobody to immaturity. */
const applies = (name: string, answer: Answer): boolean => name !== 'n_immature' || !('n_competing' in answer);
