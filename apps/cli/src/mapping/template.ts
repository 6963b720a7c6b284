import type { Place } from './mapping-issues.ts';
import type { ReadText, Row } from './row.ts';

/** `{@row}`: hash of the row's content. `{@each}`: the part of the cell named by the event's `each`. */
const special: Readonly<Record<string, ReadText>> = {
  '@row': (row) => row.contentHash,
  '@each': (row) => row.part || undefined,
};

/** How the cell of this column is read; refused when the table has no such column. */
export function readColumn(name: string, columns: readonly string[], place: Place): ReadText {
  const reader = special[name];
  if (reader) return reader;
  const index = columns.indexOf(name);
  if (index !== columns.lastIndexOf(name)) place.refuse(`the table has more than one column "${name}"`);
  if (index < 0) place.refuse(`the table has no column "${name}"; it has ${columns.join(', ')}`);
  return (row) => row.cells[index] || undefined;
}

/**
 * Compiles `order-{OrderId}`: text with columns in braces (`{{` and `}}` stand for braces themselves). The result is undefined when
 * any of its columns is empty in the row, so that no id is made of half its parts.
 */
export function readTemplate(template: string, columns: readonly string[], place: Place): ReadText {
  const parts = [...template.matchAll(/\{\{|\}\}|\{([^{}]*)\}|[{}]|[^{}]+/g)].map(([text, column]): ReadText => {
    if (column !== undefined) return readColumn(column, columns, place);
    if (text === '{' || text === '}') place.refuse(`has a "${text}" without its partner; write "${text}${text}" for the sign itself`);
    const literal = text === '{{' ? '{' : text === '}}' ? '}' : text;
    return () => literal;
  });
  const [only] = parts;
  return parts.length === 1 && only ? only : (row) => join(parts, row);
}

function join(parts: readonly ReadText[], row: Row): string | undefined {
  let text = '';
  for (const part of parts) {
    const piece = part(row);
    if (piece === undefined) return undefined;
    text += piece;
  }
  return text;
}
