import { figure, HIDDEN, UNDEFINED, words, type Answer } from './figures.ts';
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

/** Top figures that have a line of their own or are told elsewhere. */
const told =
  /^(value|lower|upper|n|k|n_.*|suppressed|variant|V|K|definitionHash|policyVersion|disclosure|notes|groups|rows|comparison|group|masked|question|representative)$/;

/** An answer for people: V first, then the figures, the table with its curve, who was left out, and the notes in words. */
export function printAnswer(question: string, answer: Answer): string {
  const walk = walks[question];
  const body = walk ? [walk(answer)] : [headline(question, answer), ...groups(answer), ...comparison(answer), rowsOf(answer)];
  const after = [
    ...(anyHidden(answer) ? [`${HIDDEN} hidden: it would tell of too few persons (--disclosure ${String(answer.disclosure)})`] : []),
  ];
  const notes = [...explainLeftOut(answer), ...after, ...explainNotes(answer)].join('\n');
  return `${[asOf(answer), ...body, notes].filter((part) => part !== '').join('\n\n')}\n`;
}

/** `As it was at 2026-03-31T00:00:00Z (V), as known at position 1234 (K).` */
function asOf({ V, K, representative }: Answer): string {
  const line = `As it was at ${String(V)} (V), as known at position ${String(K)} (K).`;
  return typeof representative === 'string' ? `${line}\nThe id was merged: ${representative} answers.` : line;
}

function headline(question: string, answer: Answer): string {
  const { value, n, k, suppressed, variant } = answer;
  const hidden = suppressed === true;
  const share = typeof value === 'number' ? `${figure('value', value)} (${intervalOf(answer)})` : hidden ? HIDDEN : UNDEFINED;
  const counts = typeof k === 'number' ? `${figure('k', k)} of ${figure('n', n)}` : `n = ${figure('n', n, hidden)}`;
  const lines = [`${headlines[question] ?? 'value'}: ${share}, ${counts}${typeof variant === 'string' ? `  [${variant}]` : ''}`];
  for (const [name, figureOf] of Object.entries(answer)) {
    if (!told.test(name)) lines.push(`${words(name)}: ${figure(name, figureOf, hidden)}`);
  }
  return lines.join('\n');
}

function groups({ groups: all }: Answer): readonly string[] {
  if (!Array.isArray(all) || all.length === 0) return [];
  const names = ['n', 'k', 'value', 'median', 'q25', 'q75', 'rmst', 'shrunk', 'n_immature', 'n_censored', 'lower', 'upper'];
  const own = (all as readonly Answer[]).map((group) => ({
    group: groupOf(group),
    ...Object.fromEntries(names.filter((name) => name in group).map((name) => [name, group[name]])),
    suppressed: group.suppressed,
  }));
  return [printRows(own)];
}

function comparison({ comparison: found }: Answer): readonly string[] {
  if (typeof found !== 'object' || found === null) return [];
  const lines = Object.entries(found).map(([name, value]) => `  ${words(name)}: ${figure(name, value)}`);
  return [`comparison\n${lines.join('\n')}`];
}

function rowsOf({ rows }: Answer): string {
  if (!Array.isArray(rows) || rows.length === 0) return '';
  const all = rows as readonly Answer[];
  const first = all[0] ?? {};
  if ('time' in first) return printCurves(all);
  const many = all.some(({ cohort, group }) => typeof cohort === 'string' || group !== undefined);
  return 'period' in first && many ? printTriangle(all) : printRows(all);
}

function anyHidden(answer: Answer): boolean {
  const { rows, groups: all } = answer;
  const cells = [answer, ...(Array.isArray(rows) ? (rows as Answer[]) : []), ...(Array.isArray(all) ? (all as Answer[]) : [])];
  return cells.some(({ suppressed }) => suppressed === true);
}
