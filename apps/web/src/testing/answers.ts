import type { AnswerTo, Cell, EventRow } from '../asking/answer.ts';

/** A share as the engine would answer it; the interval is wide enough for any. */
export const share = (k: number, n: number, immature = 0): Cell =>
  n === 0
    ? { value: null, lower: null, upper: null, n, k, suppressed: false, n_immature: immature }
    : { value: k / n, lower: Math.max(0, k / n - 0.05), upper: Math.min(1, k / n + 0.05), n, k, suppressed: false, n_immature: immature };

export const hidden: Cell = { value: null, lower: null, upper: null, n: null, k: null, suppressed: true, n_immature: null };

const top = {
  V: '2026-10-26T12:00:00Z',
  K: 90,
  definitionHash: 'f'.repeat(64),
  policyVersion: 'none/1',
  disclosure: 'none',
  notes: ['not_for_publication'],
  groups: [],
  comparison: null,
  rows: [],
};

const groups = (cells: Readonly<Record<string, object>>) => Object.entries(cells).map(([group, cell]) => ({ ...top, ...cell, group }));

/** Answers with what the screen reads of them. */
export const booked = (cells: Readonly<Record<string, Cell>>, comparison: object | null = null) =>
  ({ ...top, ...share(114, 300), groups: groups(cells), comparison, notes: ['not_randomised'] }) as unknown as AnswerTo<'conversion'>;

export const back = (cohorts: Readonly<Record<string, readonly Cell[]>>, disclosure = 'none') =>
  ({
    ...top,
    ...share(16, 100),
    disclosure,
    groups: groups(Object.fromEntries(Object.keys(cohorts).map((cohort) => [cohort, share(1, 2)]))),
    rows: Object.entries(cohorts).flatMap(([cohort, cells]) => cells.map((cell, period) => ({ ...cell, group: cohort, cohort, period }))),
  }) as unknown as AnswerTo<'retention'>;

export const backTogether = (cells: readonly Cell[]) =>
  ({
    ...top,
    ...share(16, 100),
    rows: cells.map((cell, period) => ({ ...cell, cohort: null, period })),
  }) as unknown as AnswerTo<'retention'>;

export const step = (group: string, time: number, cif_session: number, at_risk: number | null) => ({
  group,
  time,
  at_risk,
  cif_session,
  cif_closed: 0,
  event_free: 1 - cif_session,
  lower: cif_session / 2,
  upper: Math.min(1, cif_session * 1.2),
});

export const waited = (rows: readonly object[], medians: Readonly<Record<string, number | null>>, comparison: object | null = null) =>
  ({
    ...top,
    ...share(208, 348),
    groups: groups(Object.fromEntries(Object.entries(medians).map(([group, median]) => [group, { ...share(9, 18), median }]))),
    comparison,
    rows,
  }) as unknown as AnswerTo<'latency'>;

export const felt = (median: number | null) =>
  ({
    ...top,
    ...share(216, 300),
    instrument: 'PHQ-9',
    median,
    improved: 0.39,
    mcid: 0.72,
    deteriorated: 0,
    baseline_nonresponders: 15,
    improved_missing_unchanged: 0.28,
  }) as unknown as AnswerTo<'outcome-change'>;

export const again = { ...top, ...share(14, 32) } as unknown as AnswerTo<'re-referral'>;

/** An event of the demo network. */
export const event = (position: number, time: string, some: Partial<EventRow> = {}): EventRow =>
  ({ position, type: 'CheckedIn', time, source: 'urn:kithline:examples:harbour', data: null, ...some }) as EventRow;

export const harbour = event(1, '2026-01-12T09:00:00Z', {
  type: 'CommunityFounded',
  data: { communityId: 'harbour', name: 'Harbour Circle', timeZone: 'Europe/London' } as unknown as EventRow['data'],
});
