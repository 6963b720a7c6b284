import type { ReturnCounts } from '@kithline/graph';
import { answer } from './answer.ts';
import { asked } from './testing/asked.ts';
import { observed } from './testing/observed.ts';

const cell = (returned: number, mature: number, immature = 0, censored = 0) => ({ returned, mature, immature, censored });
/** The retention set of METRICS C17, weeks 0 to 5, as the graph counts it. */
const golden: ReturnCounts = {
  cohorts: [
    {
      group: null,
      masked: false,
      cohort: { community: null, start: 0 },
      units: 8,
      cells: [cell(4, 8), cell(2, 7, 1), cell(1, 6, 2), cell(0, 6, 2), cell(3, 5, 3), cell(0, 1, 7)],
    },
  ],
  noconsent: [{ group: null, masked: false, units: 2 }],
  unknownStart: 1,
};
const graph = observed({ returns: () => Promise.resolve(golden) });

describe('An answer', () => {
  it('has the figures of the last period on top, and where they come from', async () =>
    expect(await answer(graph, asked('retention', { period: '7d' }))).toMatchObject({
      question: 'retention',
      value: 0,
      n: 1,
      k: 0,
      n_mature: 1,
      n_immature: 7,
      n_censored: 0,
      n_noconsent: 2,
      n_unknown_start: 1,
      order_lower: null,
      order_upper: null,
      period: 5,
      suppressed: false,
      variant: 'bounded',
      V: '2026-04-01T00:00:00Z',
      K: 42,
      definitionHash: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
      policyVersion: 'none/1',
      disclosure: 'none',
      notes: ['not_for_publication'],
      groups: [],
      comparison: null,
    }));

  it('is no table without end', async () => {
    const [cohort] = golden.cohorts as [ReturnCounts['cohorts'][number]];
    const returning = (cells: number, cohorts: number) =>
      observed({
        returns: () => Promise.resolve({ ...golden, cohorts: Array(cohorts).fill({ ...cohort, cells: Array(cells).fill(cell(1, 2)) }) }),
      });
    await expect(answer(returning(10_001, 1), asked('retention', { period: '1h' }))).rejects.toMatchObject({ field: 'period' });
    await expect(answer(returning(1_000, 101), asked('retention', { by: 'cohort' }))).rejects.toMatchObject({ field: 'by' });
  });

  it('has a row a period, in the columns of the table', async () => {
    const { rows } = await answer(graph, asked('retention', { period: '7d' }));
    expect(rows.map(({ k, n }) => [k, n])).toEqual([
      [4, 8],
      [2, 7],
      [1, 6],
      [0, 6],
      [3, 5],
      [0, 1],
    ]);
    expect(Object.keys(rows[0]!)).toEqual(['cohort', 'period', 'n', 'k', 'value', 'lower', 'upper', 'n_immature', 'suppressed']);
  });

  it('is of V as asked for, and has one definition whatever V is', async () => {
    const later = await answer(graph, asked('retention', { period: '7d', 'valid-at': '2026-05-01T00:00:00Z' }));
    expect(later.V).toBe('2026-05-01T00:00:00Z');
    expect(later.definitionHash).toBe((await answer(graph, asked('retention', { period: '7d' }))).definitionHash);
    expect(later.definitionHash).not.toBe((await answer(graph, asked('retention', { period: '8d' }))).definitionHash);
  });

  it('passes on what else is known of it', async () =>
    expect((await answer(graph, asked('retention'), { notes: ['events_parked'] })).notes).toEqual([
      'not_for_publication',
      'events_parked',
    ]));

  it('of an empty log has nobody in it', async () => {
    const empty = {
      ...observed({ returns: () => Promise.resolve({ cohorts: [], noconsent: [], unknownStart: 0 }) }),
      position: 0,
      recordedAt: null,
    };
    const found = await answer({ ...empty, communities: () => Promise.resolve([]), span: () => Promise.resolve(null) }, asked('retention'));
    expect(found).toMatchObject({ value: null, n: 0, V: null, K: 0, period: null, rows: [] });
  });

  it('says of how many nobody may ask, where no one consented', async () => {
    const lost = observed({ returns: () => Promise.resolve({ ...golden, cohorts: [] }) });
    const sides = { value: null, n: 0, n_immature: 0, n_censored: 0, n_noconsent: 2, period: 0 };
    expect(await answer(lost, asked('retention'))).toMatchObject(sides);
    const { rows, ...top } = await answer(lost, asked('retention', { periods: '3' }));
    expect(top).toMatchObject({ ...sides, period: 2 });
    expect(rows).toMatchObject([{ n: 0 }, { n: 0 }, { n: 0 }]);
    expect(await answer(lost, asked('retention', { mean: 'simple' }))).toMatchObject(sides);
  });

  it('refuses a community of which nothing is known', async () => {
    await expect(answer(graph, asked('retention', { community: 'west,north' }))).rejects.toMatchObject({
      name: 'Unknown',
      field: 'community',
      message: 'no community "north" is known',
    });
  });

  it('hides the simple mean of cohorts that are too small to be shown', async () => {
    const cohorts = [
      { ...golden.cohorts[0]!, cohort: { community: null, start: 0 }, cells: [cell(40, 80)] },
      { ...golden.cohorts[0]!, cohort: { community: null, start: Date.parse('2026-03-02') }, cells: [cell(2, 4)] },
    ];
    const two = observed({ returns: () => Promise.resolve({ ...golden, cohorts }) });
    const public_ = { periods: '1', disclosure: 'public' };
    expect(await answer(two, asked('retention', public_))).toMatchObject({ n: 84, k: 42, value: 0.5 });
    expect(await answer(two, asked('retention', { ...public_, mean: 'simple' }))).toMatchObject({ n: null, value: null, suppressed: true });
  });
});
