import { eventsIn } from '@kithline/examples';
import type { TouchpointEvent } from '@kithline/touchpoints';
import { ask, figures, networkOf } from './testing/network.ts';

const on = eventsIn('clinic');
const evening = { startsAt: '2026-03-02T18:00:00Z', endsAt: '2026-03-02T19:30:00Z' };
const raw = { instrument: 'PHQ-9', 'valid-at': '2026-06-01T00:00:00Z' };

/** Somebody who came on 2 March, their score that day and, on a later day, the one after. */
const attendee = (person: string, before: number, after?: number, on7 = '2026-03-09'): TouchpointEvent[] => [
  on('2026-01-01').consented(person),
  on('2026-03-02T17:00:00Z').measured(person, before),
  on('2026-03-02T18:05:00Z').checkedIn(person, 'e-1'),
  ...(after === undefined ? [] : [on(on7).measured(person, after)]),
];

/**
 * Seven people before and after, nearest day 7:
 *
 *      a 20 → 12 (−8)   c 10 → 8  (−2)   e 15 → 22 (+7)   g 13 → no answer
 *      b 18 → 12 (−6)   d 12 → 12 (0)    f 9  → no answer
 */
const clinic = [
  on('2026-03-02').held('e-1', evening),
  ...attendee('a', 20, 12),
  ...attendee('b', 18, 12),
  ...attendee('c', 10, 8, '2026-03-16'),
  ...attendee('d', 12, 12),
  ...attendee('e', 15, 22),
  ...attendee('f', 9),
  ...attendee('g', 13, 5, '2026-03-17'),
];

describe('Change of an outcome', () => {
  it('is told over those who answered in time, with who did not beside it', async () => {
    const found = await ask(await networkOf(clinic), 'outcome-change', raw);
    expect(figures(found, 'n', 'k', 'value', 'median')).toEqual([7, 5, 5 / 7, -2]);
    expect(figures(found, 'improved', 'mcid', 'deteriorated')).toEqual([2 / 5, 3 / 5, 1 / 5]);
    expect(figures(found, 'baseline_nonresponders', 'improved_missing_unchanged', 'improved_missing_worse')).toEqual([11, 2 / 7, 2 / 7]);
    expect(found.notes).toContain('regression_to_the_mean');
    expect(found.rows).toEqual([expect.objectContaining({ group: null, n: 7, k: 5, median: -2, improved: 0.4 })]);
  });

  it('has neither direction nor meaning where the instrument is not in the table of thresholds', async () => {
    const events = [
      ...clinic.filter(({ type }) => !type.includes('OutcomeMeasured')),
      on('2026-03-02').measured('a', 40, 'WHO-5'),
      on('2026-03-09').measured('a', 60, 'WHO-5'),
    ];
    const found = await ask(await networkOf(events), 'outcome-change', { ...raw, instrument: 'WHO-5' });
    expect(figures(found, 'n', 'k', 'median', 'improved', 'mcid', 'deteriorated', 'improved_missing_unchanged')).toEqual([
      1,
      1,
      20,
      null,
      null,
      null,
      null,
    ]);
  });

  it('gives a hint where nobody was ever measured by an instrument of that name', async () => {
    const notesOf = async (instrument: string) => (await ask(await networkOf(clinic), 'outcome-change', { ...raw, instrument })).notes;
    expect(await notesOf('PHQ-8')).toContain('no_score_before');
    expect(await notesOf('PHQ-9')).not.toContain('no_score_before');
  });

  it('is immature until the last day of the window is over', async () => {
    const found = await ask(await networkOf(clinic), 'outcome-change', { ...raw, 'valid-at': '2026-03-16T23:59:59Z' });
    expect(figures(found, 'n', 'n_immature', 'value')).toEqual([0, 7, null]);
    expect(await ask(await networkOf(clinic), 'outcome-change', { ...raw, 'valid-at': '2026-03-17T00:00:00Z' })).toMatchObject({
      n: 7,
      k: 5,
    });
  });

  it('knows an instrument however it is hyphenated', async () => {
    const events = [...clinic.slice(0, 1), on('2026-01-01').consented('a'), on('2026-03-02T18:05:00Z').checkedIn('a', 'e-1')];
    const scored = [on('2026-03-02').measured('a', 20, 'phq9'), on('2026-03-09').measured('a', 10, 'phq9')];
    expect(await ask(await networkOf([...events, ...scored]), 'outcome-change', { ...raw, instrument: 'phq9' })).toMatchObject({
      improved: 1,
    });
  });
});
