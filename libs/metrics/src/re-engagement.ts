import type { Window } from '@kithline/graph';
import { DAY } from '@kithline/touchpoints';
import { cohortsAsked, everybody } from './cohorts.ts';
import { comparingShares, groupsWanted } from './comparison.ts';
import type { Draft } from './draft.ts';
import { scopeOf, zoneNotes, type Frame } from './frame.ts';
import { total } from './grouping.ts';
import { gatherReturns, lostIn, poolCells, withUnknownStart } from './return-cells.ts';
import { elapsed, spelled } from './spelling/durations.ts';
import { engagement, spelledPatterns } from './spelling/events.ts';
import type { Asked } from './spelling/questions.ts';
import { reEngagementVariant } from './spelling/questions/re-engagement.ts';

/**
 * Re-engagement (METRICS C4), in four named readings:
 *
 * `within`: share mature at d with ≥ 1 engagement in (a_p, a_p + d]. Default up to 30 days.
 * `at`: ≥ 1 in [a_p + d − 7, a_p + d + 7), mature at d + 7. Default above ("still here around day 90").
 * `after`: ≥ 1 at or after a_p + d up to V; denominator: mature at d.
 * `resurrected`: among those lapsed ≥ L at day d₀, share returning within the horizon after it.
 *
 * Who rejoins has come back: a MemberRejoined counts as engagement here, not as a new entry (C19).
 */
export async function reEngagement(asked: Asked<'re-engagement'>, frame: Frame): Promise<Draft> {
  const variant = reEngagementVariant(asked);
  const cohorts = cohortsAsked(frame, asked);
  const counts = await frame.graph.returns({
    ...scopeOf(frame, ['outcome_stats'], asked.by),
    start: asked.start,
    returns: asked.return === engagement ? [...engagement, { type: 'MemberRejoined' }] : asked.return,
    entry: 'first',
    unit: 'person',
    cohorts: (cohorts ?? everybody).boundaries,
    windows: [windows[variant](asked)],
  });
  const gathered = gatherReturns(counts, cohorts?.label, await groupsWanted(frame, asked));
  const groups = asked.by === undefined ? null : gathered.map((one) => ({ ...one, cells: [poolCells(one.found, 0, lostIn(counts, one))] }));
  return {
    definition: { metric: 're-engagement', version: 1, parameters: parametersOf(asked) },
    variant,
    shape: 'figure',
    columns: ['n', 'k', 'value', 'lower', 'upper'],
    pooled: { cells: [withUnknownStart(poolCells(counts.cohorts, 0, total(counts.noconsent, 'units')), counts)] },
    groups,
    byCohort: cohorts !== undefined,
    comparing: comparingShares(groups, asked),
    notes: zoneNotes(frame, cohorts?.local),
  };
}

type Windowing = (asked: Asked<'re-engagement'>) => Window;

const WEEK = 7 * DAY;

/** Elapsed offsets from the start. A return at the very instant of the start counts when it is ≻ it (METRICS C0.3). */
const windows: Readonly<Record<ReturnType<typeof reEngagementVariant>, Windowing>> = {
  within: ({ horizon }) => ({ from: 0, to: elapsed(horizon), closed: true, observe: [0, elapsed(horizon)] }),
  at: ({ horizon }) => around(elapsed(horizon) - WEEK, elapsed(horizon) + WEEK),
  after: ({ horizon }) => ({ from: elapsed(horizon), to: null, closed: false, observe: [elapsed(horizon), elapsed(horizon)] }),
  resurrected: ({ at, lapse, horizon }) => {
    const end = elapsed(at) + elapsed(horizon);
    return { from: elapsed(at), open: true, to: end, closed: true, quietFrom: elapsed(at) - elapsed(lapse), observe: [0, end] };
  },
};

const around = (from: number, to: number): Window => ({ from, to, closed: false, observe: [from, to] });

function parametersOf(asked: Asked<'re-engagement'>) {
  const variant = reEngagementVariant(asked);
  return {
    variant,
    horizon: spelled(asked.horizon),
    ...(variant === 'resurrected' && { lapse: spelled(asked.lapse), at: spelled(asked.at) }),
    start: spelledPatterns([asked.start]),
    return: spelledPatterns(asked.return),
  };
}
