import { back, backTogether, hidden, share } from '../../testing/answers.ts';
import { cohortTable, hiddenIn } from './cohort-table.ts';

describe('The table of cohorts', () => {
  const shown = cohortTable(
    back({ '2026-02': [share(67, 100), share(81, 100)], '2026-03': [share(75, 100)] }),
    backTogether([share(142, 200), share(81, 100, 100)]),
    'month',
  );

  it('has a line for each month of joining and one for all', () => {
    expect(shown.columns).toEqual(['Month 0', 'Month 1']);
    expect(shown.cohorts.map(({ label }) => label)).toEqual(['February 2026', 'March 2026']);
    expect(shown.together.cells.map(({ k }) => k)).toEqual([142, 81]);
  });

  it('fills what a cohort has no row for with nobody', () => {
    expect(shown.cohorts[1]?.cells[1]).toMatchObject({ n: 0, value: null, suppressed: false });
  });

  it('hides the sum of a period when a part of it is hidden', () => {
    const table = cohortTable(
      back({ '2026-02': [share(67, 100), share(81, 100)], '2026-03': [share(75, 100), hidden] }, 'public'),
      backTogether([share(142, 200), share(86, 200)]),
      'month',
    );
    expect(table.together.cells.map(({ suppressed, k }) => [suppressed, k])).toEqual([
      [false, 142],
      [true, null],
    ]);
    expect(hiddenIn(table)).toBe(2);
  });
});
