import { HIDDEN, UNDEFINED, type Answer } from './figures.ts';
import { textTable } from '../../terminal/text-table.ts';

const MEMBER = 'a member';
const text = (value: unknown): string => (typeof value === 'string' ? value : UNDEFINED);
/** What is null of a count is hidden. */
const count = (value: unknown): string => (typeof value === 'number' ? String(value) : HIDDEN);
const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const person = (value: unknown): string => (typeof value === 'string' ? value : MEMBER);

/** From the root to the person, one below the other. */
export function printChain({ rows, cycle, cut }: Answer): string {
  const lines = (list(rows) as readonly Answer[]).map((row, i) => {
    const through = typeof row.introduction === 'string' ? `, introduced by ${row.introduction}` : '';
    return `${'  '.repeat(i)}${i === 0 ? '' : '└ '}${person(row.person)}${through}${typeof row.at === 'string' ? ` on ${row.at}` : ''}`;
  });
  if (cycle === true) lines.unshift('(the facts introduce in a circle; the chain is broken off)');
  if (cut === true) lines.unshift('(whoever comes before was erased)');
  return lines.join('\n');
}

/** Who was brought, depth by depth; or every root with the size of its tree. */
export function printIntroduced({ rows, size, depth }: Answer): string {
  const found = list(rows) as readonly Answer[];
  const [first] = found;
  const total = `${count(size)} persons below, ${count(depth)} deep`;
  if (!first) return total;
  const body = 'size' in first ? rootTable(found) : personTable(found);
  return `${total}\n\n${body}`;
}

function rootTable(rows: readonly Answer[]): string {
  const fruitful = rows.filter(({ size }) => size !== 0);
  const others = rows.length - fruitful.length;
  const table = textTable(
    ['root', 'persons below', 'depth'],
    fruitful.map((row) => [person(row.person), count(row.size), count(row.depth)]),
  );
  return others === 0 ? table : `${table}\n(and ${others} who brought nobody)`;
}

const personTable = (rows: readonly Answer[]): string =>
  textTable(
    ['depth', 'person', 'introduced by', 'at'],
    rows.map((row) => [String(row.depth), person(row.person), person(row.introducer), text(row.at)]),
  );

/** Each path on a line, with the kinds of its hops; or everybody within reach. */
export function printPaths({ rows, found, complete }: Answer): string {
  const paths = list(rows) as readonly Answer[];
  const unfinished = complete === false ? '\n(a limit ended the search: there may be more)' : '';
  if (paths.length === 0) return `no path${unfinished}`;
  if (!('nodes' in (paths[0] ?? {}))) {
    return (
      textTable(
        ['hops', 'person'],
        paths.map((row) => [String(row.hops), person(row.person)]),
      ) + unfinished
    );
  }
  const count = typeof found === 'number' ? `${found} ${found === 1 ? 'path' : 'paths'}\n` : '';
  return count + paths.map(printPath).join('\n') + unfinished;
}

function printPath({ nodes, edges, hops }: Answer): string {
  const steps = list(edges).map((parallel) => {
    const kinds = (list(parallel) as readonly Answer[]).map(({ kind }) => kind).filter((kind) => typeof kind === 'string');
    return kinds.length > 0 ? ` –${[...new Set(kinds)].join(' or ')}→ ` : ' → ';
  });
  const line = list(nodes)
    .map((node, i) => person(node) + (steps[i] ?? ''))
    .join('');
  return `${line}  (${String(hops)} ${hops === 1 ? 'hop' : 'hops'})`;
}
