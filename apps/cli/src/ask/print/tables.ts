import { drawSteps, shareBar, type Step } from '../../terminal/curve.ts';
import { textTable } from '../../terminal/text-table.ts';
import { figure, HIDDEN, interval, UNDEFINED, words, type Answer } from './figures.ts';

const BAR = 20;
/** Rows of a curve that are printed; all of them are in the JSON. */
const MOST_STEPS = 8;

/** Whose row it is, where it is somebody's. */
const labels = new Set(['group', 'cohort']);
/** Fields that are not columns of their own: told by a sign in the row, or drawn into another column. */
const unprinted = new Set([
  'suppressed',
  'persons',
  'lower',
  'upper',
  'masked',
  'V',
  'K',
  'definitionHash',
  'policyVersion',
  'variant',
  'disclosure',
  'notes',
  'rows',
]);

/** Rows below the names of their fields, with a bar for the share and its interval in one column. */
export function printRows(rows: readonly Answer[]): string {
  const first = rows[0];
  if (!first) return '';
  const told = rows.some(({ suppressed }) => suppressed !== true);
  const isEmpty = (name: string): boolean => (told || labels.has(name)) && rows.every((row) => row[name] === null);
  const names = Object.keys(first).filter((name) => !unprinted.has(name) && !isEmpty(name));
  const banded = 'lower' in first && 'upper' in first;
  const bars = 'value' in first;
  const head = [...names.map(words), ...(banded ? ['95 % interval'] : []), ...(bars ? [''] : [])];
  const lines = rows.map((row) => [
    ...names.map((name) => cell(name, row)),
    ...(banded ? [intervalOf(row)] : []),
    ...(bars ? [typeof row.value === 'number' ? shareBar(row.value, BAR) : ''] : []),
  ]);
  return textTable(head, lines);
}

const cell = (name: string, row: Answer): string => (name === 'group' ? groupOf(row) : figure(name, row[name], row.suppressed === true));

/** The group of a row as people read it: nobody's, or one that may not be named. */
export const groupOf = ({ group, masked }: Answer): string =>
  typeof group === 'string' ? group : masked === true ? '(not named)' : '(none)';

/** The interval of a row. */
export const intervalOf = ({ lower, upper, suppressed }: Answer): string =>
  interval(lower, upper) ?? (suppressed === true ? HIDDEN : UNDEFINED);

/** A line for each cohort or group, a column for each period: the share who came back. */
export function printTriangle(rows: readonly Answer[]): string {
  const periods = [...new Set(rows.map(({ period }) => String(period)))];
  const lines = new Map<string, Map<string, Answer>>();
  for (const row of rows) {
    const label = [
      typeof row.cohort === 'string' ? row.cohort : undefined,
      'group' in row && row.cohort !== row.group ? groupOf(row) : undefined,
    ];
    const name = label.filter((part) => part !== undefined).join(' ');
    lines.set(name, (lines.get(name) ?? new Map<string, Answer>()).set(String(row.period), row));
  }
  const body = [...lines].map(([name, cells]) => {
    const [first] = cells.values();
    return [name, first ? figure('n', first.n, first.suppressed === true) : '', ...periods.map((period) => share(cells.get(period)))];
  });
  return textTable(['', 'n', ...periods], body);
}

function share(row: Answer | undefined): string {
  if (!row) return '';
  if (row.suppressed === true) return HIDDEN;
  return typeof row.value === 'number' ? `${Math.round(row.value * 100)} %` : UNDEFINED;
}

/** The curve of each group, drawn and then in numbers. */
export function printCurves(rows: readonly Answer[]): string {
  const [first] = rows;
  if (!first) return '';
  const name = 'cif_session' in first ? 'cif_session' : 'survival';
  const byGroup = new Map<string, Answer[]>();
  for (const row of rows) byGroup.set(curveOf(row), [...(byGroup.get(curveOf(row)) ?? []), row]);
  return [...byGroup]
    .map(([group, own]) =>
      [group, drawSteps(stepsOf(own, name), name === 'survival' ? 1 : 0), printSome(own.map(withoutOwner))]
        .filter((part) => part !== '')
        .join('\n'),
    )
    .join('\n\n');
}

/** What tells one curve from another; nothing when there is one. */
const curveOf = (row: Answer): string => {
  const group = 'group' in row ? [groupOf(row)] : [];
  return [...group, ...(typeof row.cohort === 'string' && row.cohort !== row.group ? [row.cohort] : [])].join(' ');
};

const stepsOf = (rows: readonly Answer[], name: string): Step[] =>
  rows.flatMap(({ time, [name]: value }) => (typeof time === 'number' && typeof value === 'number' ? [{ at: time, value }] : []));

const withoutOwner = ({ group: _group, masked: _masked, cohort: _cohort, ...step }: Answer): Answer => step;

function printSome(rows: readonly Answer[]): string {
  if (rows.length <= MOST_STEPS) return printRows(rows);
  const some = Array.from({ length: MOST_STEPS }, (_, i) => rows[Math.round((i * (rows.length - 1)) / (MOST_STEPS - 1))] ?? {});
  return `${printRows(some)}\n(${MOST_STEPS} of ${rows.length} rows; --json has all of them)`;
}
