import type { OutcomeQuestion } from '../questions/outcomes.ts';
import { covered, type Draft, on, utcDays } from './drafts.ts';
import * as fact from './facts.ts';
import type { Stage } from './stage.ts';

const { checkedIn, scored } = fact;
const question: OutcomeQuestion = {
  validAt: on(100),
  purposes: ['outcome_stats'],
  instrument: 'PHQ-9',
  window: [7, 14],
  days: utcDays,
};

//  ana checks in on day 0 at ten; the fair ends at noon. The window: days 7 to 14
const held = { type: 'EngagementHeld', at: on(1), engagement: 'fair', community: 'north', endsAt: on(0, 12) } as const satisfies Draft;
const fair = [checkedIn('ana', 'fair', on(0, 10)), held];
const before = scored('ana', on(0, 11), 14);

/** METRICS C10. */
export function pairsOutcomes(stage: Stage): void {
  const ask = async (facts: readonly Draft[], more: Partial<OutcomeQuestion> = {}) =>
    (await stage(facts)).outcomes({ ...question, ...more });
  /** Pairs as `before>after`, and the counts that are not 0. */
  const uncovered = async (facts: readonly Draft[], more: Partial<OutcomeQuestion> = {}): Promise<readonly string[]> =>
    (await ask(facts, more)).groups.flatMap(({ before, after, immature, censored, noconsent }) => [
      ...before.map((score, i) => `${score}>${after[i]}`),
      ...Object.entries({ immature, censored, noconsent }).flatMap(([name, value]) => (value === 0 ? [] : `${name} ${value}`)),
    ]);
  const pairs = (facts: readonly Draft[], more: Partial<OutcomeQuestion> = {}) => uncovered(covered(...facts), more);

  it('pairs the last score up to its end with one seven to fourteen local days later', async () => {
    expect(await pairs([...fair, before, scored('ana', on(7), 9)])).toEqual(['14>9']);
    expect(await pairs([...fair, before, scored('ana', on(15) - 1, 9)])).toEqual(['14>9']);
    expect(await pairs([...fair, before, scored('ana', on(7) - 1, 9)])).toEqual(['14>null']);
    expect(await pairs([...fair, before, scored('ana', on(15), 9)])).toEqual(['14>null']);
    expect(await pairs([...fair, scored('ana', on(-2), 17), before, scored('ana', on(0, 12), 12), scored('ana', on(0, 13), 3)])).toEqual([
      '12>null',
    ]);
  });

  it('looks for the score before in the seven days that end with the engagement', async () => {
    expect(await pairs([...fair, scored('ana', on(-7, 12), 14)])).toEqual(['14>null']);
    expect(await pairs([...fair, scored('ana', on(-7, 12) - 1, 14)])).toEqual([]);
    expect(await pairs([...fair, scored('ana', on(0, 12) + 1, 14)])).toEqual([]);
  });

  it('goes by what was held, else by what was scheduled, else by the check-in', async () => {
    const late = scored('ana', on(0, 11), 14);
    const scheduled: Draft = { ...held, type: 'EngagementScheduled', endsAt: on(0, 10.5) };
    expect(await pairs([fair[0]!, scheduled, held, late])).toEqual(['14>null']);
    expect(await pairs([fair[0]!, scheduled, late])).toEqual([]);
    expect(await pairs([fair[0]!, late])).toEqual([]);
    expect(await pairs([fair[0]!, held, late], { validAt: on(1) - 1 })).toEqual([]);
    expect(await pairs([fair[0]!, held, late], { validAt: on(1) })).toEqual(['immature 1']);
    expect(await pairs([fair[0]!, scored('ana', on(0, 10), 14)])).toEqual(['14>null']);
  });

  it('takes the score nearest to day seven: of two equally near the earlier, of one day the first', async () => {
    expect(await pairs([...fair, before, scored('ana', on(9), 5), scored('ana', on(8, 9), 9), scored('ana', on(8, 10), 8)])).toEqual([
      '14>9',
    ]);
    const wide = { window: [3, 14] as const };
    expect(await pairs([...fair, before, scored('ana', on(9), 5), scored('ana', on(5), 9)], wide)).toEqual(['14>9']);
    expect(await pairs([...fair, before, scored('ana', on(8), 5), scored('ana', on(5), 9)], wide)).toEqual(['14>5']);
  });

  it('pairs one instrument in one version', async () => {
    expect(await pairs([...fair, before, scored('ana', on(8), 9, { version: '2' }), scored('ana', on(10), 8)])).toEqual(['14>8']);
    expect(await pairs([...fair, before, scored('ana', on(8), 9, { instrument: 'PHQ-9-extra' })])).toEqual(['14>null']);
    expect(await pairs([...fair, before], { instrument: 'GAD-7' })).toEqual([]);
  });

  it('is known when the last day is over', async () => {
    const answered = [...fair, before, scored('ana', on(8), 9)];
    expect(await pairs(answered, { validAt: on(15) - 1 })).toEqual(['immature 1']);
    expect(await pairs(answered, { validAt: on(15) })).toEqual(['14>9']);
  });

  it('leaves out who withdrew, died or moved before that, answered or not', async () => {
    const answered = [...fair, before, scored('ana', on(8), 9)];
    expect(await pairs([...answered, fact.withdrawn('ana', on(14))])).toEqual(['censored 1']);
    expect(await pairs([...answered, fact.withdrawn('ana', on(15))])).toEqual(['14>9']);
    expect(await pairs([...answered, fact.left('ana', on(14), 'moved_away')])).toEqual(['censored 1']);
  });

  it('does not pair across the end of a membership', async () => {
    const back: Draft = { type: 'MemberRejoined', at: on(4), person: 'ana', community: 'north' };
    expect(await pairs([...fair, before, fact.left('ana', on(3), 'other'), back, scored('ana', on(8), 9)])).toEqual(['14>null']);
  });

  it('pairs the scores of two ids only when they were known to be one person by then', async () => {
    const two = [...fair, before, scored('anna', on(8), 9)];
    const merge = fact.merged('ana', 'anna', on(50));
    expect(await pairs([...two, merge])).toEqual(['14>null']);
    expect(await pairs([merge, ...two])).toEqual(['14>9']);
  });

  it('counts attendees with a score whose check-in or scores no consent covers', async () => {
    expect(await uncovered([...fair, before])).toEqual(['noconsent 1']);
    expect(await uncovered([...fair])).toEqual([]);
    const granted = fact.granted('ana', on(0, 10));
    expect(await uncovered([...fair, granted, before, scored('ana', on(8), 9)])).toEqual(['14>9']);
    expect(await uncovered([...fair, granted, scored('ana', on(0, 9), 14)])).toEqual(['noconsent 1']);
  });

  it('makes a cluster of a person with several units, one an engagement', async () => {
    const twice = [...fair, before, checkedIn('ana', 'fair', on(0, 11))];
    expect(await ask(covered(...twice))).toMatchObject({ clustered: false, groups: [{ before: [14] }] });
    expect(await ask(covered(...twice, checkedIn('ana', 'tea', on(1))))).toMatchObject({ clustered: true, groups: [{ before: [14, 14] }] });
  });
}
