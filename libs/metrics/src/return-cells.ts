import type { CohortKey, ReturnCohort, ReturnCounts } from '@kithline/graph';
import { compareIds } from '@kithline/touchpoints';
import type { Cell } from './draft.ts';
import { gather, total, type Gathered } from './grouping.ts';
import { share } from './share.ts';

/** The groups of an answer about returns. One of whose units none has consented is there too, with nobody in it. */
export function gatherReturns(counts: ReturnCounts, label: ((key: CohortKey) => string) | undefined, wanted: readonly string[]) {
  const nobody = counts.noconsent.map(({ group, masked }) => ({
    group,
    masked,
    cohort: { community: null, start: 0 },
    units: 0,
    cells: [],
  }));
  return gather<ReturnCohort>(label ? counts.cohorts : counts.cohorts.concat(nobody), label, wanted);
}

/** The units of a group whose start no consent covers. They have no cohort, so of a cohort it is not known. */
export const lostIn = ({ noconsent }: ReturnCounts, { group, masked, cohort }: Gathered<unknown>): number | null =>
  cohort !== null
    ? null
    : total(
        noconsent.filter((one) => one.group === group && one.masked === masked),
        'units',
      );

/** One period of several cohorts: counts add up, so that each cohort weighs by its size. */
export function poolCells(found: readonly ReturnCohort[], period: number, noconsent: number | null): Cell {
  const cells = found.flatMap(({ cells }) => cells[period] ?? []);
  const cell = share(total(cells, 'returned'), total(cells, 'mature'), {
    n_immature: total(cells, 'immature'),
    n_censored: total(cells, 'censored'),
    n_noconsent: noconsent,
    n_unknown_start: null,
  });
  return cells.some(({ persons }) => persons) ? { ...cell, persons: cells.flatMap(({ persons = [] }) => persons).sort(namedFirst) } : cell;
}

const namedFirst = (a: string | null, b: string | null): number =>
  a === null || b === null ? Number(a === null) - Number(b === null) : compareIds(a, b);

/** Members of unknown start are counted beside everybody (METRICS C1). */
export const withUnknownStart = (cell: Cell, { unknownStart }: ReturnCounts): Cell => ({
  ...cell,
  sides: { ...cell.sides, n_unknown_start: unknownStart },
});
