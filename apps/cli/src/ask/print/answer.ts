import { figure, HIDDEN, interval, words, type Answer } from './figures.ts';
import { explainLeftOut, explainNotes } from './notes.ts';
import { groupOf, intervalOf, printCurves, printRows, printTriangle } from './tables.ts';
import { printChain, printIntroduced, printPaths } from './walks.ts';

const walks: Readonly<Record<string, (answer: Answer) => string>> = { chain: printChain, introduced: printIntroduced, paths: printPaths };

/** What the headline of a question is the share of. */
const headlines: Readonly<Record<string, string>> = {
  retention: 'came back',
  're-engagement': 'engaged again',
  latency: 'had the session within the horizon',
  're-referral': 're-referred',
  conversion: 'converted',
  'outcome-change': 'answered again',
};

/** Top figures that stand in the headline, or are told elsewhere or only to programs. */
const told = new Set([
  ...[
    'value',
    'lower',
    'upper',
    'order_lower',
    'order_upper',
    'n',
    'k',
    'n_mature',
    'n_immature',
    'n_censored',
    'n_noconsent',
    'suppressed',
  ],
  ...[
    'question',
    'variant',
    'V',
    'K',
    'definitionHash',
    'policyVersion',
    'disclosure',
    'notes',
    'groups',
    'comparison',
    'rows',
    'period',
    'persons',
  ],
]);

/** An answer for people: V first, then the figures, the table with its curve, who was left out, and the notes in words. */
export function printAnswer(answer: Answer): string {
  const walk = walks[String(answer.question)];
  const body = walk ? [walk(answer)] : [headline(answer), groupsOf(answer), comparisonOf(answer), rowsOf(answer), namesOf(answer)];
  const hidden = anyHidden(answer)
    ? [`${HIDDEN} hidden: it would tell of too few persons (--disclosure ${String(answer.disclosure)})`]
    : [];
  const after = [...(walk ? [] : explainLeftOut(answer)), ...hidden, ...explainNotes(answer)].join('\n');
  return `${[asOf(answer), ...body, after].filter((part) => part !== '').join('\n\n')}\n`;
}

/** `As it was at 2026-03-31T00:00:00Z (V), as known at position 1234 (K).` */
const asOf = ({ V, K }: Answer): string =>
  `As it was at ${typeof V === 'string' ? V : 'no time yet'} (V), as known at position ${String(K)} (K).`;

function headline(answer: Answer): string {
  const { question, period, variant } = answer;
  const what = headlines[String(question)] ?? 'value';
  const when = typeof period === 'number' ? ` in period ${period}` : '';
  const how = typeof variant === 'string' ? ` [${variant}]` : '';
  return [`${what}${when}: ${shareOf(answer)}${how}`, ...furtherFigures(answer)].join('\n');
}

/** `38.0 % (32.7 – 43.6 %), 114 of 300` */
function shareOf(answer: Answer): string {
  const { value, n, k } = answer;
  const hidden = answer.suppressed === true;
  const band = typeof value === 'number' ? ` (${intervalOf(answer)})` : '';
  return `${figure('value', value, hidden)}${band}, ${figure('k', k, hidden)} of ${figure('n', n, hidden)}`;
}

const furtherFigures = (answer: Answer): readonly string[] => [
  ...Object.entries(answer)
    .filter(([name, value]) => !told.has(name) && !name.startsWith('n_') && value !== null)
    .map(([name, value]) => `${words(name)}: ${figure(name, value)}`),
  ...('rmst' in answer ? ['(times in days)'] : []),
];

const beside = ['n', 'k', 'value', 'median', 'q25', 'q75', 'rmst', 'shrunk', 'lower', 'upper'];

/** What tells the groups apart; of cohorts the table tells it. */
function groupsOf({ groups, rows }: Answer): string {
  const cohorts = Array.isArray(rows) && (rows as readonly Answer[]).some((row) => typeof row.cohort === 'string' && 'period' in row);
  if (!Array.isArray(groups) || groups.length === 0 || cohorts) return '';
  const own = (groups as readonly Answer[]).map((group) => ({
    group: groupOf(group),
    ...Object.fromEntries(beside.filter((name) => name in group).map((name) => [name, group[name]])),
    suppressed: group.suppressed,
  }));
  return printRows(own);
}

function comparisonOf({ comparison }: Answer): string {
  if (typeof comparison !== 'object' || comparison === null) return '';
  const found = comparison as Answer;
  if (found.suppressed === true) return `comparison: ${HIDDEN}`;
  const lines = Object.entries(found)
    .filter(
      ([name, value]) =>
        !['compared', 'baseline', 'suppressed', 'lower', 'upper'].includes(name) && !/_(lower|upper)$/.test(name) && value !== null,
    )
    .map(([name, value]) => {
      const [from, to] = name === 'difference' ? ['lower', 'upper'] : [`${name}_lower`, `${name}_upper`];
      const band = interval(found[from], found[to]);
      return `  ${words(name)}: ${figure(name, value)}${band === undefined ? '' : ` (${band})`}`;
    });
  const { compared, baseline } = found;
  const sides = typeof compared === 'string' && typeof baseline === 'string' ? `${compared} against ${baseline}` : 'all groups';
  return [`${sides}:`, ...lines].join('\n');
}

/** The table or curve; figures in one row are told by headline and groups. */
function rowsOf({ rows }: Answer): string {
  const all = Array.isArray(rows) ? (rows as readonly Answer[]) : [];
  const first = all[0] ?? {};
  if ('time' in first) return printCurves(all);
  if (!('period' in first)) return '';
  return all.some(({ cohort, group }) => typeof cohort === 'string' || group !== undefined) ? printTriangle(all) : printRows(all);
}

/** The persons behind the counts, where they were asked for. */
function namesOf({ rows }: Answer): string {
  const all = (Array.isArray(rows) ? (rows as readonly Answer[]) : []).filter(({ persons }) => Array.isArray(persons));
  return all
    .map((row) => `${ownerOf(row)}: ${(row.persons as unknown[]).map((id) => (typeof id === 'string' ? id : 'a member')).join(' ')}`)
    .join('\n');
}

const ownerOf = (row: Answer): string =>
  [...('group' in row ? [groupOf(row)] : []), ...(typeof row.period === 'number' ? [`period ${row.period}`] : [])].join(', ');

function anyHidden({ suppressed, rows, groups }: Answer): boolean {
  const cells = [...(Array.isArray(rows) ? (rows as Answer[]) : []), ...(Array.isArray(groups) ? (groups as Answer[]) : [])];
  return suppressed === true || cells.some((cell) => cell.suppressed === true);
}
