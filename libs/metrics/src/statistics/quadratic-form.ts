/** Rounding leaves about this much of a pivot that is 0. */
const NOTHING = 1e-10;

/**
 * x′ V⁻¹ x for a covariance matrix V, and V's rank, by elimination without exchanges. What depends linearly on rows before it adds
 * nothing, as in a generalised inverse.
 */
export function quadraticForm(covariance: readonly (readonly number[])[], x: readonly number[]): Readonly<{ value: number; rank: number }> {
  const matrix = covariance.map((row, index) => [...row, x[index]!]);
  let [value, rank] = [0, 0];
  matrix.forEach((row, index) => {
    const pivot = row[index]!;
    if (pivot <= NOTHING * covariance[index]![index]!) return;
    const rest = row.at(-1)!;
    value += (rest * rest) / pivot;
    rank++;
    for (const below of matrix.slice(index + 1)) eliminate(below, row, index);
  });
  return { value, rank };
}

/** Takes so much of `row` from `below` that nothing is left of it in this column. */
function eliminate(below: number[], row: readonly number[], column: number): void {
  const share = below[column]! / row[column]!;
  if (share === 0) return;
  for (let each = column; each < row.length; each++) below[each]! -= share * row[each]!;
}
