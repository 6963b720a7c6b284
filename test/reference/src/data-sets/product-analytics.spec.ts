import { afterAll, describe, expect, it } from '@jest/globals';
import { Network, type Figures } from './network.ts';
import { eventsOf, intervalStart, questionOf, type Case } from './product-analytics.ts';
import { describeReference } from './reference-data.ts';

describeReference('product_analytics_cases', ({ expected }) => {
  const cases = (expected as Readonly<{ cases: readonly Case[] }>).cases.filter(({ family }) => family === 'retention');

  it('has eleven cases of retention', () => expect(cases).toHaveLength(11));

  describe.each(cases)('$name', (asked) => {
    const network = new Network();
    afterAll(() => network.forget());

    it('counts who returns, by interval of entry and interval since', async () => {
      await network.importEvents(eventsOf(asked));
      const { rows } = await network.ask(questionOf(asked));
      expect(countsOf(rows, asked)).toEqual(asked.expected_counts);
    });
  });
});

/**
 * Counts by interval of entry and interval since. A cohort that nobody entered has no rows; interval 0 is the size of the cohort there, and
 * here who returned within it.
 */
function countsOf(rows: readonly Figures[], asked: Case): unknown[] {
  return asked.expected_counts.map((expected, i) => {
    const label = labelOf(asked, i);
    const cohort = rows.filter((row) => row.cohort === label);
    const count = (period: number): unknown => {
      const row = cohort.find((one) => one.period === period);
      return row === undefined ? 0 : period === 0 ? row.n : row.k;
    };
    return expected.map((_, period) => count(period));
  });
}

/** What an answer calls the cohort that entered in interval `i`. */
function labelOf(asked: Case, i: number): string {
  const start = intervalStart(asked, i);
  if (asked.period === 'month') return start.slice(0, 7);
  if (asked.period === 'week_sunday') return weekOf(start);
  return asked.period === 'day' ? start.slice(0, 10) : start.replace('.000', '');
}

/** `2020-W24` of a Monday: the year is that of its Thursday. */
function weekOf(monday: string): string {
  const thursday = Date.parse(monday) + 3 * 86_400_000;
  const year = new Date(thursday).getUTCFullYear();
  const week = 1 + Math.floor((thursday - Date.UTC(year, 0)) / (7 * 86_400_000));
  return `${year}-W${String(week).padStart(2, '0')}`;
}
