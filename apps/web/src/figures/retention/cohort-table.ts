import { type AnswerTo, type Cell, retentionRows, type RetentionRow } from '../../asking/answer.ts';
import type { Period } from '../../asking/questions.ts';
import { figures, format } from '../../words/index.ts';

/** One line of the table: those who joined in one month, or everybody. */
export type Cohort = Readonly<{ key: string; label: string; cells: readonly Cell[] }>;
export type CohortTable = Readonly<{ columns: readonly string[]; cohorts: readonly Cohort[]; together: Cohort }>;

const { retention: words } = figures;
const nobody: Cell = { value: null, lower: null, upper: null, n: 0, k: 0, suppressed: false };

/** The answers by cohort and for all together, as one table. */
export function cohortTable(byCohort: AnswerTo<'retention'>, pooled: AnswerTo<'retention'>, period: Period): CohortTable {
  const [cohortRows, pooledRows] = [retentionRows(byCohort), retentionRows(pooled)];
  const width = Math.max(0, ...[...cohortRows, ...pooledRows].map((row) => (row.period ?? 0) + 1));
  const line = (rows: readonly RetentionRow[]): Cell[] =>
    Array.from({ length: width }, (_, at) => rows.find((row) => row.period === at) ?? nobody);
  const cohorts = byCohort.groups.map(({ group }) => ({
    key: group ?? '',
    label: group === null ? figures.everybody : format.cohortMonth(group),
    cells: line(cohortRows.filter((row) => row.group === group)),
  }));
  const together = { key: 'together', label: words.together, cells: line(pooledRows).map((cell, at) => withoutMargin(cell, cohorts, at)) };
  return { columns: Array.from({ length: width }, (_, at) => words.column[period](at)), cohorts, together };
}

/** A sum beside its parts would tell what is hidden among them: it goes with them. */
const withoutMargin = (cell: Cell, cohorts: readonly Cohort[], at: number): Cell =>
  cohorts.some(({ cells }) => cells[at]?.suppressed) ? { ...nobody, n: null, k: null, suppressed: true } : cell;

export const hiddenIn = ({ cohorts, together }: CohortTable): number =>
  [...cohorts, together].flatMap(({ cells }) => cells).filter(({ suppressed }) => suppressed).length;
