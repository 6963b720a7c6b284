import { describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { readRows, type TableRow } from './rows.ts';

function rowsOf(text: string, delimiter = ',', columns?: readonly string[]): readonly TableRow[] {
  const reader = readRows(delimiter, columns);
  const lines = text.split('\n');
  if (lines.at(-1) === '') lines.pop();
  return [...reader.read({ first: 1, lines, bytes: 0 }), ...reader.end()];
}

describe('Rows of a table', () => {
  it('begin at their line, though cells in quotes hold line breaks', () => {
    expect(rowsOf('a,b\r\n1, 2 \r\n\r\n"x ""y""\nz",3\n4,\n')).toEqual([
      { columns: ['a', 'b'] },
      { line: 2, cells: ['1', '2'] },
      { line: 4, cells: ['x "y"\nz', '3'] },
      { line: 6, cells: ['4', ''] },
    ]);
  });

  it('that are none are refused by line, and the reading goes on with the next', () => {
    expect(rowsOf('a,b\n1\n"x"y,2\n3,4\n5,"6\n7,8\n9,10\n')).toEqual([
      { columns: ['a', 'b'] },
      { line: 2, reason: 'has 1 cells, the table has 2 columns' },
      { line: 3, reason: 'has text after a closing quote' },
      { line: 4, cells: ['3', '4'] },
      { line: 5, reason: 'has a quote that is never closed' },
      { line: 6, cells: ['7', '8'] },
      { line: 7, cells: ['9', '10'] },
    ]);
  });

  it('of a table without names take them from the mapping, the last column everything that follows', () => {
    expect(rowsOf('1 2 3\n4\n', ' ', ['from', 'to...'])).toEqual([
      { columns: ['from', 'to'] },
      { line: 1, cells: ['1', '2 3'] },
      { line: 2, cells: ['4', ''] },
    ]);
  });

  it('equal those of csv-parse for every table that is well written', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', 'ß', '"', ',', '\n', ';', "'") });
    const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell, cell), { minLength: 1 }), (rows) => {
        const text = rows.map((row) => row.map(quoted).join(',')).join('\n');
        const ours = rowsOf(text, ',', ['a', 'b', 'c']).flatMap((row) => ('cells' in row ? [row.cells] : []));
        expect(ours).toEqual(parse(text, { trim: true, skip_empty_lines: true }));
      }),
    );
  });
});
