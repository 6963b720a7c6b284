import type { Comparing, Draft, GroupSeries, Series } from '../draft.ts';
import { isHidden, type Figures } from './cells.ts';
import { showCurve } from './curves.ts';
import type { Policy } from './policies.ts';
import { cellAt, figuresOf, periodOfCohort, periodOnTop, tableRows } from './tables.ts';

type Row = Readonly<Record<string, unknown>>;

/** An answer's figures as they may be shown. */
export type Disclosed = Readonly<{
  /** The top: of a table with the period that it is of. */
  top: Figures;
  groups: readonly Row[];
  comparison: Row | null;
  rows: readonly Row[];
  notes: readonly string[];
}>;

/**
 * The one place where it is decided what of a finding may be said (METRICS C0.7, rules 1, 3, 4 and 5). While there is no complementary
 * suppression a hidden group hides the top, which would betray it, and every comparison it is a side of.
 */
export function disclose(draft: Draft, policy: Policy): Disclosed {
  const period = periodOnTop(draft.pooled, draft, policy);
  const at = period ?? 0;
  const groups = draft.groups ?? [];
  const hidden = groups.map((group) => isHidden(cellAt(group, at), policy));
  const shownAt = (group: GroupSeries): number => (draft.byCohort && draft.shape === 'periods' ? periodOfCohort(group, policy) : at);
  const { rows, cut } = rowsOf(draft, policy);
  const comparison = draft.comparing ? showContrast(draft.comparing, at, hidden) : null;
  return {
    top: figuresAt(draft.pooled, at, { draft, policy, sealed: hidden.includes(true) }),
    groups: groups.map((group) => ({
      group: group.group,
      masked: group.masked,
      ...(draft.byCohort && { cohort: group.cohort }),
      ...figuresAt(group, shownAt(group), { draft, policy, sealed: false }),
    })),
    comparison,
    rows,
    notes: [
      ...(comparison?.['suppressed'] === false ? draft.comparing!.findings : []),
      ...(policy.k === 0 ? ['not_for_publication'] : []),
      ...(cut ? ['tail_left_out'] : []),
    ],
  };
}

type Showing = Readonly<{ draft: Draft; policy: Policy; sealed: boolean }>;

const figuresAt = (series: Series, period: number, { draft, policy, sealed }: Showing): Figures => ({
  ...figuresOf(cellAt(series, period), draft, policy, sealed),
  ...(draft.shape === 'periods' && { period: series.cells.length > 0 ? period : null }),
});

function rowsOf(draft: Draft, policy: Policy): Readonly<{ rows: readonly Row[]; cut: boolean }> {
  const owners = draft.groups ?? [undefined];
  const parts = owners.map((owner) => {
    const series = owner ?? draft.pooled;
    return draft.shape === 'curve' ? curveRows(series, draft, policy, owner) : tableRows(series, draft, policy, owner);
  });
  return { rows: parts.flatMap(({ rows }) => [...rows]), cut: parts.some(({ cut }) => cut) };
}

function curveRows(series: Series, draft: Draft, policy: Policy, owner?: GroupSeries): Readonly<{ rows: readonly Row[]; cut: boolean }> {
  if (!series.curve) return { rows: [], cut: false };
  const { rows, cut } = showCurve(series.curve, policy);
  if (!owner) return { rows, cut };
  const head = { group: owner.group, masked: owner.masked, ...(draft.byCohort && { cohort: owner.cohort }) };
  return { rows: rows.map((step) => ({ ...head, ...step })), cut };
}

/** A comparison with a hidden side keeps its names and loses its numbers. */
function showContrast({ sides, contrast }: Comparing, period: number, hidden: readonly boolean[]): Row {
  const suppressed = sides.some((side) => hidden[side]);
  const shown: Record<string, number | string | null> = { ...contrast(period) };
  if (suppressed) for (const name of Object.keys(shown)) if (typeof shown[name] === 'number') shown[name] = null;
  return { ...shown, suppressed };
}
