import { hash } from 'node:crypto';

/** One row of a table, bound to its columns. */
export class Row {
  readonly columns: readonly string[];
  readonly cells: readonly string[];
  /** The part of a split cell that an event with `each` is about. */
  part = '';
  private digest: string | undefined;

  constructor(columns: readonly string[], cells: readonly string[]) {
    this.columns = columns;
    this.cells = cells;
  }

  /** This row, looked at for one part of a split cell. */
  about(part: string): this {
    this.part = part;
    return this;
  }

  /** 32 hex digits of the SHA-256 of columns and cells: rows that read the same are the same (a file delivered twice, a row printed twice). */
  get contentHash(): string {
    this.digest ??= hash('sha256', JSON.stringify([this.columns, this.cells]), 'hex').slice(0, 32);
    return this.digest;
  }
}

/** A row cannot become the event it should; `field` is the event's, or the column's. */
export class BadRow extends Error {
  override name = 'BadRow';
  readonly field: string;
  constructor(field: string, message: string) {
    super(message);
    this.field = field;
  }
}

/** Reads one text from a row. Undefined: the cell it hangs on is empty. */
export type ReadText = (row: Row) => string | undefined;
