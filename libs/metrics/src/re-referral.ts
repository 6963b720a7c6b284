import type { ReReferralGroup, ReReferrals } from '@kithline/graph';
import { cohortsAsked } from './cohorts.ts';
import { comparingShares, groupsWanted } from './comparison.ts';
import type { Cell, Draft } from './draft.ts';
import { scopeOf, zoneNotes, type Frame } from './frame.ts';
import { gather, total } from './grouping.ts';
import { share } from './share.ts';
import { days } from './spelling/durations.ts';
import type { Asked } from './spelling/questions.ts';
import { betaBinomial, shrink } from './statistics/index.ts';

/**
 * Re-referral rate within H local days, end-inclusive (METRICS C6), in five readings, always named:
 *
 * `return`: index = concluded referrals; num = the same person has a new referral in (concluded, +H]. High is not good. `chained`: of
 *   referrals that follow each other within 30 days only the last is an index.
 * `referrer`: units = (referrer, practitioner) pairs whose first referral has concluded; num = the referrer sends another person to the
 *   same practitioner. Without referrers who referred to nobody in the window, unless all are asked for.
 * `client`: units = (client, x) from the client's first attended session with x; num = the client refers another person to x.
 * `share`: among referrals made in the H days ending at V, those whose referrer had referred to that practitioner before.
 * `onward`: accepted by x and followed by a referral of the same person by x to another practitioner ÷ accepted.
 *
 * `shrunk` = (x + α)/(n + α + β) with the beta-binomial fitted over practitioners, so that 3 of 3 does not outrank 18 of 30.
 */
export async function reReferral(asked: Asked<'re-referral'>, frame: Frame): Promise<Draft> {
  const cohorts = cohortsAsked(frame, asked);
  const { reading, variant } = asked;
  const found = await frame.graph.reReferrals({
    ...scopeOf(frame, ['outcome_stats'], asked.by),
    reading,
    variant,
    horizonDays: days(asked.horizon),
    allReferrers: asked['all-referrers'],
    days: frame.calendars.periods('day'),
    cohorts: cohorts?.boundaries,
  });
  const gathered = gather(found.groups, cohorts?.label, await groupsWanted(frame, asked));
  const shrinkage = shrinkageOf(found, gathered);
  const groups = asked.by === undefined ? null : gathered.map((one) => ({ ...one, cells: [cellOf(one.found, shrinkage)] }));
  return {
    definition: { metric: 're-referral', version: 1, parameters: parametersOf(asked) },
    variant: reading === 'return' ? variant : null,
    labels: { reading },
    shape: 'figure',
    columns: ['n', 'k', 'value', 'lower', 'upper', 'shrunk'],
    pooled: { cells: [cellOf(found.groups, { shrunk: () => null, betrays: [] })] },
    groups,
    byCohort: cohorts !== undefined,
    comparing: comparingShares(groups, asked),
    notes: ['independence_assumed', ...zoneNotes(frame, true)],
  };
}

/** Of k in n the shrunk share, where there are practitioners enough to learn from; and the counts that any of them betrays. */
type Shrinkage = Readonly<{ shrunk: (k: number, n: number) => number | null; betrays: readonly number[] }>;

/** Where practitioners are all alike, each group's shrunk share is that of all, from which a hidden group could be worked out. */
function shrinkageOf(
  { practitioners, groups }: ReReferrals,
  gathered: readonly Readonly<{ found: readonly ReReferralGroup[] }>[],
): Shrinkage {
  const prior = betaBinomial(practitioners.map(({ referred, mature }) => [referred, mature] as const));
  if (prior === null) return { shrunk: () => null, betrays: [] };
  const betrays = 'pooled' in prior ? [groups, ...gathered.map(({ found }) => found)].flatMap(countsOf) : [];
  return { shrunk: (k, n) => shrink(prior, k, n), betrays };
}

/** The counts that hide a cell where they are small. */
function countsOf(found: readonly ReReferralGroup[]): readonly number[] {
  const [k, n] = [total(found, 'referred'), total(found, 'mature')];
  return [k, n, n - k];
}

function cellOf(found: readonly ReReferralGroup[], { shrunk, betrays }: Shrinkage): Cell {
  const [k, n] = [total(found, 'referred'), total(found, 'mature')];
  const sides = {
    n_immature: total(found, 'immature'),
    n_censored: total(found, 'censored'),
    n_noconsent: total(found, 'noconsent'),
    n_open: total(found, 'open'),
    n_excluded: total(found, 'excluded'),
  };
  return share(k, n, sides, { shrunk: { value: shrunk(k, n), of: n, betrays: [...countsOf(found), ...betrays] } });
}

const parametersOf = (asked: Asked<'re-referral'>) => ({
  reading: asked.reading,
  ...(asked.reading === 'return' && { variant: asked.variant }),
  ...(asked.reading === 'referrer' && { allReferrers: asked['all-referrers'] }),
  days: days(asked.horizon),
});
