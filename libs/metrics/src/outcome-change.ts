import type { OutcomeGroup } from '@kithline/graph';
import { cohortsAsked } from './cohorts.ts';
import { comparingShares, groupsWanted } from './comparison.ts';
import type { Cell, Draft } from './draft.ts';
import { scopeOf, zoneNotes, type Frame } from './frame.ts';
import { gather, total } from './grouping.ts';
import { changeStatistics } from './outcome-statistics.ts';
import { share } from './share.ts';
import type { Asked } from './spelling/questions.ts';

/**
 * Change of a measured outcome after an engagement (METRICS C10). Unit = attendee × engagement with a score before: the last one in
 * [t₀ − 7 d, t₀], t₀ the end of the engagement; the score after is the one with a local date in the window (7 to 14 days after date(t₀)),
 * nearest its first day, ties to the earlier. value = k/n = response rate: n = mature units with a score before, k = those with one after.
 * The changes Δ = after − before are over the k: their median, the share reliably improved (Δ ≤ −RC) or deteriorated (Δ ≥ +RC), the share
 * that fell by the MCID. Regression to the mean is not taken out of them, which a note always says.
 */
export async function outcomeChange(asked: Asked<'outcome-change'>, frame: Frame): Promise<Draft> {
  const cohorts = cohortsAsked(frame, asked);
  const { instrument, window } = asked;
  const { groups: found, clustered } = await frame.graph.outcomes({
    ...scopeOf(frame, ['outcome_stats'], asked.by),
    instrument,
    window,
    days: frame.calendars.periods('day'),
    cohorts: cohorts?.boundaries,
  });
  const gathered = gather(found, cohorts?.label, await groupsWanted(frame, asked));
  const groups = asked.by === undefined ? null : gathered.map((one) => ({ ...one, cells: [cellOf(one.found, instrument)] }));
  const pooled = cellOf(found, instrument);
  return {
    definition: { metric: 'outcome-change', version: 1, parameters: { instrument, window } },
    variant: null,
    labels: { instrument },
    shape: 'figure',
    columns: ['n', 'k', 'value', 'lower', 'upper', ...Object.keys(pooled.statistics ?? {})],
    pooled: { cells: [pooled] },
    groups,
    byCohort: cohorts !== undefined,
    comparing: comparingShares(groups, asked),
    notes: [
      'regression_to_the_mean',
      ...(isUnheardOf(pooled) ? ['no_score_before'] : []),
      ...(clustered ? ['independence_assumed'] : []),
      ...zoneNotes(frame, true),
    ],
  };
}

/** Whether nobody at all had a score before, so that the name of the instrument may be misspelled. */
const isUnheardOf = ({ n, sides }: Cell): boolean => n === 0 && Object.values(sides).every((count) => count === 0);

function cellOf(found: readonly OutcomeGroup[], instrument: string): Cell {
  const pairs = found.flatMap(({ before, after }) => before.map((score, unit) => ({ before: score, after: after[unit] ?? null })));
  const sides = {
    n_immature: total(found, 'immature'),
    n_censored: total(found, 'censored'),
    n_noconsent: total(found, 'noconsent'),
  };
  return share(pairs.filter(({ after }) => after !== null).length, pairs.length, sides, changeStatistics(pairs, instrument));
}
