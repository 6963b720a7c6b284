import type { Row } from '../rows.ts';
import { runsOf } from './runs.ts';

const row = (stream: string, length = 10): Row => ({ id: '', stream, line: 'x'.repeat(length) });
const sizes = (rows: readonly Row[]) => runsOf(rows.map((each, index) => ({ row: each, index }))).map((run) => run.length);

describe('Rows that are appended together', () => {
  it('stand next to each other and belong to one stream', () => {
    expect(sizes(['a', 'a', 'b', 'a', 'c', 'c'].map((stream) => row(stream)))).toEqual([2, 1, 1, 2]);
    expect(sizes([])).toEqual([]);
  });

  it('are as many as an append may have, and as long', () => {
    expect(sizes(Array.from({ length: 1_100 }, () => row('a')))).toEqual([500, 500, 100]);
    expect(sizes(Array.from({ length: 5 }, () => row('a', 90_000)))).toEqual([2, 2, 1]);
    expect(sizes([row('a', 300_000), row('a')])).toEqual([1, 1]);
  });
});
