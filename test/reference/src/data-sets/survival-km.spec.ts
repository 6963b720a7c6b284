import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { differences, P_VALUE, SURVIVAL } from './differences.ts';
import { Network, type Figures } from './network.ts';
import { describeReference } from './reference-data.ts';

type Column = readonly (number | null)[];
/** A table of R's survfit, and what R reads from it. */
type Table = Readonly<{
  n: number;
  events: number;
  censored: number;
  quantiles_R: Figures;
  quantiles_first_time_S_le: Figures;
  median_ci_loglog: Column;
  rmst: Readonly<{ tau: number; mean: number; se: number }>;
  km: Readonly<Record<string, Column>>;
}>;
type Study = Readonly<{ overall: Table; groups: Readonly<Record<string, Table>>; logrank: Readonly<Record<'chisq' | 'df' | 'p', number>> }>;

describeReference('survival_km', ({ file, expected }) => {
  describe.each(Object.entries(expected as Readonly<Record<string, Study>>))('%s', (name, study) => {
    const network = new Network();
    const groups = Object.entries(study.groups);
    beforeAll(async () => {
      expect(await network.import(file(`csv/${name}.csv`), 'survival_km')).toMatchObject({ written: 2 * study.overall.n, known: 0 });
    });
    afterAll(() => network.forget());

    const everybody: [string, Table, string] = ['everybody', study.overall, ''];
    const eachGroup = groups.map(([group, table]): [string, Table, string] => [group, table, ` --community ${group}`]);
    it.each([everybody, ...eachGroup])(
      'has the Kaplan-Meier curve of R, its band, quartiles and restricted mean for %s',
      async (_, table, whose) => {
        const found = await network.ask(`latency --variant km --horizon ${table.rmst.tau}d${whose}`);
        expect(differences(found.rows, curveOf(table), SURVIVAL)).toEqual([]);
        expect(differences(found, figuresOf(table), SURVIVAL)).toEqual([]);
      },
    );

    it('has one less that curve as its share seen, since nothing competes', async () => {
      const found = await network.ask(`latency --variant aalen-johansen --horizon ${study.overall.rmst.tau}d`);
      const { surv = [] } = study.overall.km;
      const shares = surv.map((left) => ({ cif_session: 1 - left!, cif_closed: 0, event_free: left, competing: 0 }));
      expect(differences(found.rows, shares, SURVIVAL)).toEqual([]);
      expect(differences(found, { ...figuresOf(study.overall), value: 1 - surv.at(-1)! }, SURVIVAL)).toEqual([]);
    });

    it('is compared by the log-rank test of R, and shows the curve of each group', async () => {
      const { chisq, df, p } = study.logrank;
      const names = groups.map(([group]) => group).join(',');
      const { comparison, rows } = await network.ask(`latency --variant km --by community --compare ${names}`);
      expect(differences(comparison, { chisq, df }, SURVIVAL)).toEqual([]);
      expect(differences(comparison, { p }, P_VALUE)).toEqual([]);
      const curves = groups.flatMap(([group, table]) => curveOf(table).map((row) => ({ group, ...row })));
      expect(differences(rows, curves, SURVIVAL)).toEqual([]);
    });
  });
});

/** The rows of the answer as R's table has them. Where the curve is 0 or 1 it has no band. */
function curveOf({ km }: Table): Figures[] {
  const { time = [], n_risk, n_event, n_censor, surv, greenwood_se_S, lower_loglog, upper_loglog } = km;
  return time.map((_, i) => ({
    time: time[i],
    at_risk: n_risk?.[i],
    events: n_event?.[i],
    censored: n_censor?.[i],
    competing: 0,
    survival: surv?.[i],
    se: greenwood_se_S?.[i],
    lower: lower_loglog?.[i],
    upper: upper_loglog?.[i],
  }));
}

/** The figures at the top. R tells the middle of a flat stretch at one half as the median; here that is told beside the first time. */
function figuresOf({ n, events, censored, quantiles_R, quantiles_first_time_S_le: first, median_ci_loglog, rmst }: Table): Figures {
  return {
    n,
    k: events,
    n_censored: censored,
    n_competing: 0,
    n_inverted: 0,
    q25: first.p25,
    median: first.p50,
    median_midpoint: quantiles_R.p50,
    q75: first.p75,
    median_lower: median_ci_loglog[0],
    median_upper: median_ci_loglog[1],
    rmst: rmst.mean,
    rmst_se: rmst.se,
  };
}
