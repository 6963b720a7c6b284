import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { differences, P_VALUE, SURVIVAL } from './differences.ts';
import { Network } from './network.ts';
import { describeReference } from './reference-data.ts';

type Curve = Readonly<Record<'t' | 'n_risk' | 'n_event' | 'n_censor' | 'S', readonly number[]>> & Readonly<{ median: number }>;
type Expected = Readonly<{
  published_percent_surviving: Readonly<Record<string, readonly number[]>>;
  km: Readonly<Record<string, Curve>>;
  logrank: Readonly<Record<'chisq' | 'p', number>>;
}>;

/** A period of the contract in the mapping, in days: who is with the company for k of them is seen at the end of each. */
const YEAR = 365;

describeReference('sbg_retention', ({ file, expected }) => {
  const { km, logrank, published_percent_surviving: published } = expected as Expected;
  const segments = Object.keys(km).sort();
  const network = new Network();
  beforeAll(async () => {
    expect(await network.import(file('customers.csv'), 'sbg_retention')).toMatchObject({ written: 2000 + renewals(km), known: 0 });
  });
  afterAll(() => network.forget());

  it('is a survival curve a segment, compared by the log-rank test', async () => {
    // Half a year after the eighth renewal: whoever had only seven has been away for more than a year, whoever had eight has not.
    const asked = `--lapse 400d --valid-at 2008-06-25T00:00:00Z --horizon ${8 * YEAR}d`;
    const { rows, groups, comparison } = await network.ask(`retention --variant survival --by community ${asked}`);
    const curves = segments.flatMap((group) => curveOf(km[group]!).map((row) => ({ group, ...row })));
    expect(differences(rows, curves, SURVIVAL)).toEqual([]);
    const figures = segments.map((group) => ({ group, n: 1000, median: km[group]!.median * YEAR, value: km[group]!.S.at(-1) }));
    expect(differences(groups, figures, SURVIVAL)).toEqual([]);
    expect(differences(comparison, { chisq: logrank.chisq, df: 1 }, SURVIVAL)).toEqual([]);
    expect(differences(comparison, { p: logrank.p }, P_VALUE)).toEqual([]);
  });

  it('is the published share that renewed each year', async () => {
    const { rows } = await network.ask(`retention --by community --return TouchpointRecorded:renewal --period ${YEAR}d --periods 9`);
    for (const segment of segments) {
      const percents = rows.filter(({ group }) => group === segment).map(({ value }) => Math.round(Number(value) * 1000) / 10);
      // Within the first year nobody is seen again yet; the published table begins with its end, when everybody is.
      expect(percents).toEqual([0, ...published[segment]!]);
    }
  });
});

const renewals = (km: Expected['km']): number =>
  Object.values(km).reduce(
    (sum, { t, n_event, n_censor }) => sum + t.reduce((all, year, i) => all + year * (n_event[i]! + n_censor[i]!), 0),
    0,
  );

const curveOf = ({ t, n_risk, n_event, n_censor, S }: Curve) =>
  t.map((year, i) => ({ time: year * YEAR, at_risk: n_risk[i], events: n_event[i], censored: n_censor[i], survival: S[i] }));
