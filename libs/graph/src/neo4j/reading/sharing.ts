import { Journal } from '../../in-memory/journal.ts';
import { columnNames } from '../blocks/rows.ts';

/** Another journal over the same columns and tables: what one of both adds behind, or leaves off at the end, the other does not see. */
export function sharing(known: Journal): Journal {
  const { rows, details, detailCount, rewrites, tables } = known;
  const columns = Object.fromEntries(columnNames.map((name) => [name, known[name]]));
  return Object.assign(new Journal(), { rows, details, detailCount, rewrites, tables, ...columns });
}
