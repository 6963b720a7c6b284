import { DAY } from '@kithline/touchpoints';
import { cohortsAsked } from './cohorts.ts';
import type { Draft } from './draft.ts';
import { scopeOf, type Frame } from './frame.ts';
import { elapsed, spelled, spelledPeriod, type Duration } from './spelling/durations.ts';
import { spelledPatterns } from './spelling/events.ts';
import type { Asked } from './spelling/questions.ts';
import type { Reading } from './survival.ts';
import { survivalDraft } from './survival-draft.ts';

const horizonOf = ({ horizon }: Asked<'retention'>): Duration => horizon ?? { amount: 30, unit: 'd' };

/**
 * Retention as survival, the community retention curve (METRICS C3): lapse = first gap ≥ L after the last engagement; duration = last
 * engagement before the gap − a_p; right-censored where V − last < L. Kaplan–Meier gives S(t), so nobody is lost to maturity. The headline
 * is Ŝ(horizon), k those seen to be left then.
 */
export async function survivalRetention(asked: Asked<'retention'>, frame: Frame): Promise<Draft> {
  const { start, lapse, entry, unit } = asked;
  const horizon = horizonOf(asked);
  const byCohort = cohortsAsked(frame, asked);
  const recurring = entry === 'recurring' ? cohortsAsked(frame, { ...asked, by: 'cohort' }) : undefined;
  const durations = await frame.graph.lapses({
    ...scopeOf(frame, ['outcome_stats'], asked.by),
    start,
    returns: asked.return,
    entry,
    unit,
    lapse: elapsed(lapse),
    cohorts: byCohort?.boundaries,
    recurring: recurring?.boundaries,
    clustered: asked.by !== undefined,
  });
  const reading: Reading = { headline: 'survival', horizon: elapsed(horizon) / DAY };
  return {
    ...(await survivalDraft(asked, frame, { durations, reading, label: byCohort?.label, local: (byCohort ?? recurring)?.local })),
    definition: { metric: 'retention', version: 1, parameters: parametersOf(asked, horizon) },
    variant: 'survival',
  };
}

const parametersOf = (
  { variant, start, return: returns, entry, unit, lapse, cohort = 'month' }: Asked<'retention'>,
  horizon: Duration,
) => ({
  variant,
  horizon: spelled(horizon),
  lapse: spelled(lapse),
  start: spelledPatterns([start]),
  return: spelledPatterns(returns),
  entry,
  unit,
  ...(entry === 'recurring' && { cohort: cohort ? spelledPeriod(cohort) : 'month' }),
});
