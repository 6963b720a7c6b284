import { CsvRecord } from './csv-record.ts';
import type { Lines, UnreadableLine } from '@kithline/network/reading';

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
export const readRows = (delimiter: string, columns?: readonly string[]): RowReader => new QuotedRows(delimiter, columns);

/** A record that goes on in the next line, and the lines it has so far. */
type Waiting = Readonly<{ line: number; record: CsvRecord; texts: string[] }>;

class QuotedRows implements RowReader {
  private readonly delimiter: string;
  private readonly shape: TableShape;
  private waiting: Waiting | undefined;

  constructor(delimiter: string, columns: readonly string[] | undefined) {
    this.delimiter = delimiter;
    this.shape = new TableShape(delimiter, columns);
  }

  read({ first, lines }: Lines): readonly TableRow[] {
    const rows: TableRow[] = [];
    lines.forEach((line, i) => this.take(line, first + i, rows));
    return [...this.shape.opening(), ...rows];
  }

  end(): readonly TableRow[] {
    const rows: TableRow[] = [];
    while (this.waiting) this.giveUp(rows);
    return rows;
  }

  private take(text: string | UnreadableLine, line: number, into: TableRow[]): void {
    if (typeof text === 'string') {
      if (this.waiting || text.trim() !== '') this.takeText(text, line, into);
      return;
    }
    this.giveUp(into);
    into.push({ line, reason: text.reason });
  }

  private takeText(text: string, line: number, into: TableRow[]): void {
    const waiting = (this.waiting ??= { line, record: new CsvRecord(this.delimiter), texts: [] });
    waiting.texts.push(text);
    const state = waiting.record.read(text);
    if (state === 'open' && waiting.texts.length < MOST_LINES) return;
    if (state !== 'finished') return this.giveUp(into, state === 'bad' ? 'has text after a closing quote' : undefined);
    this.waiting = undefined;
    into.push(...this.shape.rows(waiting.line, waiting.record.cells));
  }

  /** The waiting record is no row: its first line is rejected, and the others are read again as what they are by themselves. */
  private giveUp(into: TableRow[], reason = 'has a quote that is never closed'): void {
    if (!this.waiting) return;
    const { line, texts } = this.waiting;
    this.waiting = undefined;
    into.push({ line, reason });
    texts.slice(1).forEach((text, i) => this.take(text, line + 1 + i, into));
  }
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
