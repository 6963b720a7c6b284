import type { ConversionGroup } from '@kithline/graph';
import { cohortsAsked } from './cohorts.ts';
import { comparingShares, groupsWanted } from './comparison.ts';
import type { Cell, Draft } from './draft.ts';
import { scopeOf, zoneNotes, type Frame } from './frame.ts';
import { gather, total } from './grouping.ts';
import { share } from './share.ts';
import { days } from './spelling/durations.ts';
import type { Asked } from './spelling/questions.ts';

/**
 * Conversion within days of an engagement (METRICS C9). Units = attendees (person × engagement), not already in care at t₀, the person's
 * CheckedIn there. Success = a session booked (`scheduled`) or a treatment session attended (`first-session`), ≻ t₀, by the same person
 * through any of their referrals, on a local date ≤ date(t₀) + horizon (30 days are 31 dates). One success a unit; who attended several
 * engagements is credited at the last before the success, unless asked otherwise. value = k/n with its Wilson interval.
 */
export async function conversion(asked: Asked<'conversion'>, frame: Frame): Promise<Draft> {
  const cohorts = cohortsAsked(frame, asked);
  const { groups: found, clustered } = await frame.graph.conversions({
    ...scopeOf(frame, ['outcome_stats', 'follow_up'], asked.by),
    variant: asked.variant,
    credit: asked.credit,
    horizonDays: days(asked.horizon),
    days: frame.calendars.periods('day'),
    cohorts: cohorts?.boundaries,
  });
  const gathered = gather(found, cohorts?.label, await groupsWanted(frame, asked));
  const groups = asked.by === undefined ? null : gathered.map((one) => ({ ...one, cells: [cellOf(one.found)] }));
  const { variant, credit, horizon } = asked;
  return {
    definition: { metric: 'conversion', version: 1, parameters: { variant, credit, days: days(horizon) } },
    variant,
    shape: 'figure',
    columns: ['n', 'k', 'value', 'lower', 'upper'],
    pooled: { cells: [cellOf(found)] },
    groups,
    byCohort: cohorts !== undefined,
    comparing: comparingShares(groups, asked),
    notes: [...(clustered ? ['independence_assumed'] : []), ...zoneNotes(frame, true)],
  };
}

const cellOf = (found: readonly ConversionGroup[]): Cell =>
  share(total(found, 'converted'), total(found, 'mature'), {
    n_immature: total(found, 'immature'),
    n_censored: total(found, 'censored'),
    n_noconsent: total(found, 'noconsent'),
    n_in_care: total(found, 'inCare'),
  });
