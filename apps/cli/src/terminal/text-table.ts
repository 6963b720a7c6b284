/** Lays out rows below their names: numbers to the right, words to the left, two blanks between columns. */
export function textTable(names: readonly string[], rows: readonly (readonly string[])[]): string {
  const numeric = names.map((_, i) => rows.every((row) => isNumeric(row[i] ?? '')));
  const widths = names.map((name, i) => rows.reduce((width, row) => Math.max(width, lengthOf(row[i] ?? '')), lengthOf(name)));
  const line = (cells: readonly string[]): string =>
    names
      .map((_, i) => {
        const cell = cells[i] ?? '';
        const blanks = ' '.repeat((widths[i] ?? 0) - lengthOf(cell));
        return numeric[i] ? blanks + cell : cell + blanks;
      })
      .join('  ')
      .trimEnd();
  return [names, ...rows].map(line).join('\n');
}

/** Digits, signs of numbers, what stands for a missing or hidden one, and units. */
const isNumeric = (cell: string): boolean => /^[-−+]?[\d,]*\.?\d*( ?%| d)?$|^[–*]$/.test(cell);

/** Signs as a reader counts them. */
const lengthOf = (text: string): number => [...text].length;
