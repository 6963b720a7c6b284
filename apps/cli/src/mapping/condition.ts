import type { Binding } from './binding.ts';
import type { Row } from './row.ts';
import { readColumn } from './template.ts';

/** Whether a row makes the event. */
export type Holds = (row: Row) => boolean;

/** What can stand in a cell. */
const isValue = (wanted: unknown): wanted is string | number | boolean => ['string', 'number', 'boolean'].includes(typeof wanted);

const tests: Readonly<Record<string, (wanted: unknown) => ((text: string) => boolean) | undefined>> = {
  equals: (wanted) => (isValue(wanted) ? (text) => text === String(wanted) : undefined),
  notEquals: (wanted) => (isValue(wanted) ? (text) => text !== String(wanted) : undefined),
  in: (wanted) => (Array.isArray(wanted) ? (text) => wanted.map(String).includes(text) : undefined),
  notIn: (wanted) => (Array.isArray(wanted) ? (text) => !wanted.map(String).includes(text) : undefined),
  empty: (wanted) => (typeof wanted === 'boolean' ? (text) => (text === '') === wanted : undefined),
};

/**
 * Compiles `when`: one condition or a list of them that must all hold. Each names a `column` and one or more of `equals`, `notEquals`,
 * `in`, `notIn` and `empty`. An empty cell is the empty text.
 */
export function readConditions(spec: unknown, binding: Binding): Holds {
  if (spec === undefined) return () => true;
  const list = Array.isArray(spec) ? spec : [spec];
  const conditions = list.map((item, i) => readCondition(item, Array.isArray(spec) ? { ...binding, place: binding.place.at(i) } : binding));
  return (row) => conditions.every((holds) => holds(row));
}

function readCondition(spec: unknown, { place, columns }: Binding): Holds {
  const { column, ...wanted } = place.object(spec, ['column', ...Object.keys(tests)]);
  if (typeof column !== 'string') place.refuse('needs the "column" it looks at');
  const text = typeof column === 'string' ? readColumn(column, columns, place.at('column')) : () => undefined;
  const known = Object.entries(wanted).filter(([name]) => name in tests);
  if (known.length === 0) place.refuse(`needs one of ${Object.keys(tests).join(', ')}`);
  const all = known.map(([name, value]) => {
    const test = tests[name]?.(value);
    if (!test)
      place.at(name).refuse(name === 'empty' ? 'must be true or false' : name.endsWith('n') ? 'must be a list' : 'must be one value');
    return test ?? (() => false);
  });
  return (row) => all.every((test) => test(text(row) ?? ''));
}
