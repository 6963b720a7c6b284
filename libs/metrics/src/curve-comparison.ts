import { sidesOf } from './comparison.ts';
import type { Comparing, Contrast, GroupSeries } from './draft.ts';
import type { Settings } from './frame.ts';
import { curvesCross, fixedTimeTest, logRank, rmst, sooner } from './statistics/index.ts';
import type { Estimated, SurvivalSeries } from './survival.ts';

type Asked = Readonly<{ by: string | undefined; compare: readonly [string, string] | undefined }>;
type Side = GroupSeries & SurvivalSeries;
type Ways = Readonly<{ settings: Settings; horizon: number }>;

/**
 * Curves compared (METRICS C5, Comparison): the log-rank test over all groups, or over the two named by `--compare`, competing ends
 * censored; of two also by what share the first is sooner, with a bootstrap over persons. Where two curves cross the log-rank test says
 * little: then a note says so, and the test at the horizon and the difference of restricted means, given in any case, are what to read.
 */
export function comparingCurves(groups: readonly Side[], asked: Asked, ways: Ways): Comparing | undefined {
  const sides = sidesOf(groups, asked);
  if (sides.length < 2) return undefined;
  const compared = sides.map((side) => groups[side]!);
  const [a, b] = compared as [Side, Side];
  const two = compared.length === 2;
  const crossing = two && curvesCross(a.estimated.curve, b.estimated.curve);
  return {
    sides,
    contrast: () => ({
      compared: two ? a.group : null,
      baseline: two ? b.group : null,
      ...ranked(compared),
      ...(two ? { ...soonerOf(a.estimated, b.estimated, ways), ...atHorizon(a.estimated, b.estimated, ways) } : moreThanTwo),
    }),
    notes: ['not_randomised'],
    findings: crossing ? ['curves_cross'] : [],
  };
}

function ranked(compared: readonly Side[]): Contrast {
  const { chisq, df, p } = logRank(compared.map(({ estimated }) => estimated.table));
  return { chisq, df, p };
}

const noSooner = { sooner: null, sooner_lower: null, sooner_upper: null, draws: null, seed: null, basis: null };
const moreThanTwo: Contrast = { ...noSooner, fixed_time_chisq: null, fixed_time_p: null, rmst_difference: null };

function soonerOf(a: Estimated, b: Estimated, { settings, horizon }: Ways): Contrast {
  if (a.table.units === 0 || b.table.units === 0) return noSooner;
  const { value, lower, upper, draws, seed, basis } = sooner(a.units, b.units, { tau: horizon, ...settings });
  return { sooner: value, sooner_lower: lower, sooner_upper: upper, draws, seed, basis };
}

function atHorizon(a: Estimated, b: Estimated, { horizon }: Ways): Contrast {
  const test = fixedTimeTest(a.curve, b.curve, horizon);
  const [one, other] = [rmst(a.curve, horizon), rmst(b.curve, horizon)];
  return { fixed_time_chisq: test?.chisq ?? null, fixed_time_p: test?.p ?? null, rmst_difference: one && other && one.value - other.value };
}
