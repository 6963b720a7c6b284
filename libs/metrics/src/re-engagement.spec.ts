import type { ReturnQuestion } from '@kithline/graph';
import { DAY } from '@kithline/touchpoints';
import { answer } from './answer.ts';
import type { Raw } from './spelling/parse-question.ts';
import { asked } from './testing/asked.ts';
import { observed } from './testing/observed.ts';

/** The question that the graph was asked. */
async function questionOf(raw: Raw): Promise<ReturnQuestion> {
  const questions: ReturnQuestion[] = [];
  const graph = observed({
    returns: (question) => Promise.resolve((questions.push(question), { cohorts: [], noconsent: [], unknownStart: 0 })),
  });
  await answer(graph, asked('re-engagement', raw));
  return questions[0]!;
}

describe('Re-engagement', () => {
  it.each<[string, Raw, Record<string, unknown>]>([
    ['within 30 days', {}, { from: 0, to: 30 * DAY, closed: true, observe: [0, 30 * DAY] }],
    ['a week either way of day 90', { horizon: '90d' }, { from: 83 * DAY, to: 97 * DAY, closed: false, observe: [83 * DAY, 97 * DAY] }],
    ['after day 30', { variant: 'after' }, { from: 30 * DAY, to: null, closed: false, observe: [30 * DAY, 30 * DAY] }],
    [
      'for those quiet from day 30 to day 60, up to day 90',
      { variant: 'resurrected' },
      { from: 60 * DAY, open: true, to: 90 * DAY, closed: true, quietFrom: 30 * DAY, observe: [0, 90 * DAY] },
    ],
  ])('looks %s', async (_, raw, window) => expect((await questionOf(raw)).windows).toEqual([window]));

  it('counts as engagement what a person does and that they rejoined, and not what was sent to them', async () => {
    expect((await questionOf({})).returns).toEqual([
      { type: 'CheckedIn' },
      { type: 'SessionBooked' },
      { type: 'SessionAttended' },
      { type: 'TouchpointRecorded', except: 'outreach' },
      { type: 'IntroductionMade' },
      { type: 'ReferralMade', as: 'referrer' },
      { type: 'MemberRejoined' },
    ]);
    expect((await questionOf({ return: 'CheckedIn' })).returns).toEqual([{ type: 'CheckedIn' }]);
  });

  it('asks for figures under the purpose of figures', async () =>
    expect(await questionOf({ community: 'west', by: 'pathway', 'valid-at': '2026-03-01T00:00:00Z' })).toMatchObject({
      purposes: ['outcome_stats'],
      communities: ['west'],
      by: 'pathway',
      validAt: Date.parse('2026-03-01T00:00:00Z'),
      entry: 'first',
      unit: 'person',
    }));
});
