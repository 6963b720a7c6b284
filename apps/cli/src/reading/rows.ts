import { CsvRecord } from './csv-record.ts';
import type { Lines, UnreadableLine } from './lines.ts';

/** What a table is read into: its columns once, rows, and lines that are no row. `line` is where it begins. */
export type TableRow =
  | Readonly<{ columns: readonly string[] }>
  | Readonly<{ line: number; cells: readonly string[] }>
  | Readonly<{ line: number; reason: string }>;

/** A cell in quotes may hold this many line breaks; beyond it a quote was forgotten. */
const MOST_LINES = 1000;

/** Reads rows out of lines. */
export interface RowReader {
  read(lines: Lines): readonly TableRow[];
  end(): readonly TableRow[];
}

/**
 * `columns`: names of the columns when the table has no line of names; a last name that ends in `...` takes all further cells, joined
 * by the delimiter. After a line that is no row the reading goes on with the next line, whatever quotes stand open.
 */
export function readRows(delimiter: string, columns?: readonly string[]): RowReader {
  const shape = new TableShape(delimiter, columns);
  let waiting: { line: number; record: CsvRecord; texts: string[] } | undefined;

  const take = (text: string | UnreadableLine, line: number, into: TableRow[]): void => {
    if (typeof text !== 'string') {
      giveUp(into);
      into.push({ line, reason: text.reason });
      return;
    }
    if (!waiting && text.trim() === '') return;
    waiting ??= { line, record: new CsvRecord(delimiter), texts: [] };
    waiting.texts.push(text);
    const state = waiting.record.read(text);
    if (state === 'open' && waiting.texts.length < MOST_LINES) return;
    if (state === 'finished') {
      into.push(...shape.rows(waiting.line, waiting.record.cells));
      waiting = undefined;
    } else giveUp(into, state === 'bad' ? 'has text after a closing quote' : undefined);
  };

  /** The waiting record is no row: its first line is rejected, and the others are read again as what they are by themselves. */
  const giveUp = (into: TableRow[], reason = 'has a quote that is never closed'): void => {
    if (!waiting) return;
    const { line, texts } = waiting;
    waiting = undefined;
    into.push({ line, reason });
    texts.slice(1).forEach((text, i) => take(text, line + 1 + i, into));
  };

  return {
    read: ({ first, lines }) => {
      const rows: TableRow[] = [];
      lines.forEach((line, i) => take(line, first + i, rows));
      return [...shape.opening(), ...rows];
    },
    end: () => {
      const rows: TableRow[] = [];
      while (waiting) giveUp(rows);
      return rows;
    },
  };
}

/** The columns of a table, and whether a record has as many cells. */
class TableShape {
  private columns: readonly string[] | undefined;
  private announced = false;
  private readonly delimiter: string;

  constructor(delimiter: string, columns: readonly string[] | undefined) {
    this.delimiter = delimiter;
    this.columns = columns;
  }

  /** The columns, the first time, when the mapping names them. */
  opening(): readonly TableRow[] {
    if (this.announced || !this.columns) return [];
    this.announced = true;
    return [{ columns: this.columns.map((name) => name.replace(/\.\.\.$/, '')) }];
  }

  rows(line: number, cells: readonly string[]): readonly TableRow[] {
    if (!this.columns) {
      this.columns = cells;
      this.announced = true;
      return [{ columns: cells }];
    }
    const open = this.columns.at(-1)?.endsWith('...') ? this.columns.length - 1 : undefined;
    const fitted = open === undefined ? cells : [...cells.slice(0, open), cells.slice(open).join(this.delimiter)];
    if (fitted.length === this.columns.length) return [{ line, cells: fitted }];
    return [{ line, reason: `has ${cells.length} cells, the table has ${this.columns.length} columns` }];
  }
}
