import { medianLimits, medianMidpoint, timeBy } from './curve-times.ts';
import { kaplanMeier } from './kaplan-meier.ts';
import { lifeTable } from './life-table.ts';
import { logRank } from './log-rank.ts';
import { rmst } from './rmst.ts';
import { spells } from './testing/known-spells.ts';
import { hasReferenceData, reference, referenceRows } from './testing/reference-data.ts';

type Table = Readonly<{
  time: number[];
  n_risk: number[];
  n_event: number[];
  n_censor: number[];
  surv: number[];
  greenwood_se_S: (number | null)[];
  lower_loglog: (number | null)[];
  upper_loglog: (number | null)[];
}>;
type Expected = Readonly<{
  km: Table;
  quantiles_R: Readonly<{ p50: number | null }>;
  quantiles_first_time_S_le: Readonly<Record<'p10' | 'p25' | 'p50' | 'p75' | 'p90', number | null>>;
  median_ci_loglog: readonly [number | null, number | null];
  rmst: Readonly<{ tau: number; mean: number; se: number }>;
}>;
type Logrank = Readonly<{ chisq: number; df: number; p: number; groups: string[]; obs: number[]; exp: number[] }>;
type DataSet = Readonly<{ overall: Expected; groups: Readonly<Record<string, Expected>>; logrank: Logrank }>;

/** R's answers are written with 12 digits. */
const close = (value: number | null): unknown =>
  value === null
    ? null
    : { asymmetricMatch: (other: unknown) => typeof other === 'number' && Math.abs(other - value) <= 1e-9 * Math.abs(value) };
const unitsOf = (rows: readonly Readonly<Record<string, string>>[]) =>
  spells(
    rows.map(({ time }) => Number(time)),
    rows.map(({ event }) => Number(event)),
  );

const sets = ['aml', 'gehan_6mp', 'lung_sex', 'ovarian'];

if (!hasReferenceData) it.skip("survival equals R's (skipped: the reference data is not beside this checkout)", () => undefined);
else {
  describe.each(sets)("R's survival of %s", (name) => {
    const expected = reference<Record<string, DataSet>>('survival_km/expected.json')[name]!;
    const rows = referenceRows(`survival_km/csv/${name}.csv`);
    const parts = [['all', expected.overall, rows] as const].concat(
      Object.entries(expected.groups).map(([group, of]) => [group, of, rows.filter((row) => row['group'] === group)] as const) as never,
    );

    describe.each(parts)('of %s', (_, { km, ...of }, units) => {
      const curve = kaplanMeier(lifeTable(unitsOf(units)));

      it('is the curve, with its counts, errors and log-log band', () => {
        const { table, survival, se, lower, upper } = curve;
        expect([table.time, table.atRisk, table.events, table.censored].map((column) => [...column])).toEqual([
          km.time,
          km.n_risk,
          km.n_event,
          km.n_censor,
        ]);
        const rows = [...survival.keys()];
        expect([...survival]).toEqual(km.surv.map(close));
        expect(rows.map(se)).toEqual(km.greenwood_se_S.map(close));
        expect(rows.map(lower)).toEqual(km.lower_loglog.map(close));
        expect(rows.map(upper)).toEqual(km.upper_loglog.map(close));
      });

      it('is the times by which a share had the event, and the limits of the median', () => {
        const { p10, p25, p50, p75, p90 } = of.quantiles_first_time_S_le;
        expect([0.1, 0.25, 0.5, 0.75, 0.9].map((share) => timeBy(curve, share))).toEqual([p10, p25, p50, p75, p90]);
        expect(medianMidpoint(curve) ?? timeBy(curve, 0.5)).toEqual(of.quantiles_R.p50);
        const { lower, upper } = medianLimits(curve);
        expect([lower, upper]).toEqual(of.median_ci_loglog);
      });

      it('is the restricted mean with its error', () =>
        expect(rmst(curve, of.rmst.tau)).toEqual({ value: close(of.rmst.mean), se: close(of.rmst.se) }));
    });

    it('is the log-rank test', () => {
      const { groups, chisq, df, p, obs, exp } = expected.logrank;
      const tables = groups.map((group) => lifeTable(unitsOf(rows.filter((row) => row['group'] === group))));
      expect(logRank(tables)).toEqual({ chisq: close(chisq), df, p: close(p), observed: obs, expected: exp.map(close) });
    });
  });

  describe("R's survival of subscribers of two segments", () => {
    type Segment = Readonly<{ t: number[]; n_risk: number[]; n_event: number[]; S: number[]; median: number }>;
    const expected = reference<{ km: Record<string, Segment>; logrank: { chisq: number; p: number } }>('sbg_retention/expected.json');
    const rows = referenceRows('sbg_retention/customers.csv').map((row) => ({ ...row, time: row['last_period']! }));
    const tableOf = (segment: string) => lifeTable(unitsOf(rows.filter((row) => (row as Record<string, string>)['segment'] === segment)));

    it.each(Object.keys(expected.km))('is the retention of %s', (segment) => {
      const curve = kaplanMeier(tableOf(segment));
      const { t, n_risk, n_event, S, median } = expected.km[segment]!;
      expect([[...curve.table.time], [...curve.table.atRisk], [...curve.table.events]]).toEqual([t, n_risk, n_event]);
      expect([...curve.survival]).toEqual(S.map(close));
      expect(timeBy(curve, 0.5)).toBe(median);
    });

    it('is a log-rank test whose p of 6e-41 keeps its digits', () =>
      expect(logRank([tableOf('highend'), tableOf('regular')])).toMatchObject({
        chisq: close(expected.logrank.chisq),
        df: 1,
        p: close(expected.logrank.p),
      }));
  });
}
