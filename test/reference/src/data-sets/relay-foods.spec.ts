import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { differences } from './differences.ts';
import { Network, type Figures } from './network.ts';
import { describeReference } from './reference-data.ts';

type Table = Readonly<Record<string, readonly number[]>>;
type Expected = Readonly<{
  rows: number;
  users: number;
  cohort_sizes: Readonly<Record<string, number>>;
  calendar_month_table: Table;
  unbounded_retention_calendar_month: Table;
  weekly_cohort_table_monday_start: Readonly<Record<string, Readonly<Record<string, number>>>>;
  repeat: Readonly<Record<string, number>>;
  order_to_pickup_days: Readonly<{ n: number; negative: number; counts: Readonly<Record<string, number>> }>;
}>;

/** The morning after the last day of the data, and the ends of the week and of the month that it is in. */
const END = '2010-03-10T00:00:00Z';
const WEEK_END = '2010-03-15T00:00:00Z';
const MONTH_END = '2010-04-01T00:00:00Z';

describeReference('relay_foods', ({ file, expected }) => {
  const reference = expected as Expected;
  const network = new Network();
  const returns = (asked: string, validAt: string) =>
    network.ask(`retention --start ReferralMade --return ReferralMade ${asked} --valid-at ${validAt}`);
  beforeAll(async () => {
    expect(await network.import(file('orders.csv'), 'relay_foods')).toMatchObject({ written: 2 * reference.rows, known: 0 });
  });
  afterAll(() => network.forget());

  it('has its cohorts, and who of them orders again, by month of the calendar', async () => {
    const { rows } = await returns('--period month --by cohort', MONTH_END);
    expect(differences(tableOf(rows), reference.calendar_month_table)).toEqual([]);
    expect(rows.every(({ n, n_immature, cohort }) => Number(n) + Number(n_immature) === reference.cohort_sizes[String(cohort)])).toBe(true);
  });

  it('has the same by week', async () => {
    const { rows } = await returns('--period week --by cohort', WEEK_END);
    const found = Object.entries(tableOf(rows)).map(([week, counts]) => [mondayOf(week), nonEmpty(counts)]);
    expect(differences(Object.fromEntries(found), reference.weekly_cohort_table_monday_start)).toEqual([]);
    expect(found).toHaveLength(Object.keys(reference.weekly_cohort_table_monday_start).length);
  });

  it('has who orders again in the month or later', async () => {
    const { rows } = await returns('--variant rolling.reached --period month --by cohort', END);
    expect(differences(tableOf(rows), reference.unbounded_retention_calendar_month)).toEqual([]);
  });

  it('has its customers who order twice, on two days, in two months', async () => {
    const again = async (period: string): Promise<Figures[]> => {
      const { rows } = await returns(`--variant rolling.reached --period ${period} --periods 2`, END);
      return [...rows];
    };
    const { repeat, users } = reference;
    const [days, months] = [await again('day'), await again('month')];
    expect(days[0]).toMatchObject({ n: users, k: repeat.users_with_2plus_orders, value: repeat.rate_2plus });
    expect(days[1]).toMatchObject({ k: repeat.users_with_2plus_distinct_order_dates });
    expect(months[1]).toMatchObject({ k: repeat.users_with_2plus_distinct_months });
  });

  it('has its days from order to pick-up, and leaves out those that were picked up before', async () => {
    const { n, negative, counts } = reference.order_to_pickup_days;
    const found = await network.ask('latency --variant km --horizon 30d');
    expect(found).toMatchObject({ n: n - negative, k: n - negative, n_inverted: negative, n_censored: 0, median: 1, q75: 1, value: 1 });
    const days = Object.fromEntries(found.rows.map(({ time, events }) => [String(time), events]));
    expect(days).toEqual(Object.fromEntries(Object.entries(counts).filter(([day]) => Number(day) >= 0)));
  });
});

/**
 * Counts by cohort and period, as far as a cohort has come. The source counts the whole cohort in period 0; here that are those who order
 * again within it.
 */
function tableOf(rows: readonly Figures[]): Record<string, unknown[]> {
  const table: Record<string, unknown[]> = {};
  const reached = rows.filter(({ n }) => n !== 0);
  for (const { cohort, period, n, k } of reached) (table[String(cohort)] ??= [])[Number(period)] = period === 0 ? n : k;
  return table;
}

const nonEmpty = (counts: readonly unknown[]): Record<string, unknown> =>
  Object.fromEntries(counts.map((count, period) => [period, count] as const).filter(([, count]) => count !== 0));

/** `2009-01-05` of `2009-W02`: week 1 is the one that holds the 4th of January. */
function mondayOf(label: string): string {
  const [year = NaN, week = NaN] = label.split('-W').map(Number);
  const fourth = new Date(Date.UTC(year, 0, 4));
  const monday = fourth.getUTCDate() - ((fourth.getUTCDay() + 6) % 7) + 7 * (week - 1);
  return new Date(Date.UTC(year, 0, monday)).toISOString().slice(0, 10);
}
