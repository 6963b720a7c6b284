/** Where the reading of a record stands after a line: finished, still inside quotes (it goes on in the next line), or not a record. */
export type RecordState = 'finished' | 'open' | 'bad';

/**
 * One record of a table (RFC 4180), read line by line. Blanks around cells are dropped, quoted ones keep theirs; a quote inside a cell
 * that does not begin with one is a sign like any other.
 */
export class CsvRecord {
  readonly cells: string[] = [];
  private readonly delimiter: string;
  private quoted: string | undefined;

  constructor(delimiter: string) {
    this.delimiter = delimiter;
  }

  /** Reads one more line. */
  read(line: string): RecordState {
    const text = line.endsWith('\r') ? line.slice(0, -1) : line;
    if (this.quoted === undefined && !text.includes('"')) return this.plain(text);
    if (this.quoted !== undefined) this.quoted += '\n';
    return this.cellsFrom(text, 0);
  }

  private plain(text: string): RecordState {
    for (const cell of text.split(this.delimiter)) this.cells.push(cell.trim());
    return 'finished';
  }

  private cellsFrom(text: string, begin: number): RecordState {
    for (let at: number | undefined = begin; at !== undefined;) {
      const end: number | RecordState = this.quoted === undefined ? this.cell(text, at) : this.untilQuote(text, at);
      if (typeof end === 'string') return end;
      at = end;
    }
    return 'finished';
  }

  /** Reads the cell that begins at `at`; the beginning of the next one, or how the record stands. */
  private cell(text: string, at: number): number | RecordState {
    const opening = firstSign(text, at);
    if (text[opening] === '"' && !text.slice(at, opening).includes(this.delimiter)) {
      this.quoted = '';
      return this.untilQuote(text, opening + 1);
    }
    const end = text.indexOf(this.delimiter, at);
    this.cells.push(text.slice(at, end < 0 ? undefined : end).trim());
    return end < 0 ? 'finished' : end + this.delimiter.length;
  }

  private untilQuote(text: string, at: number): number | RecordState {
    for (let from = at; ;) {
      const quote = text.indexOf('"', from);
      this.quoted += text.slice(from, quote < 0 ? undefined : quote);
      if (quote < 0) return 'open';
      if (text[quote + 1] !== '"') return this.closeAt(text, quote + 1);
      this.quoted += '"';
      from = quote + 2;
    }
  }

  private closeAt(text: string, after: number): number | RecordState {
    this.cells.push(this.quoted ?? '');
    this.quoted = undefined;
    const end = text.indexOf(this.delimiter, after);
    if (text.slice(after, end < 0 ? undefined : end).trim() !== '') return 'bad';
    return end < 0 ? 'finished' : end + this.delimiter.length;
  }
}

/** Index of the first sign at or after `at` that is not a blank. */
function firstSign(text: string, at: number): number {
  let sign = at;
  while (text[sign] === ' ' || text[sign] === '\t') sign++;
  return sign;
}
