import type { ReturnCounts, ReturnQuestion } from '@kithline/graph';
import { answer } from './answer.ts';
import { asked } from './testing/asked.ts';
import { observed } from './testing/observed.ts';

/** A graph of so many cohorts of one person each, and how many windows it was asked for each time. */
function graphOf(cohorts: number) {
  const counted: number[] = [];
  const returns = ({ windows }: ReturnQuestion): Promise<ReturnCounts> => {
    const all = windows as readonly object[];
    counted.push(all.length);
    const cells = all.map(() => ({ mature: 1, returned: 0, immature: 0, censored: 0 }));
    const found = Array.from({ length: cohorts }, (_, i) => ({
      ...{ group: null, masked: false, units: 1, cells },
      cohort: { community: 'west', start: Date.UTC(2000, i, 1) },
    }));
    return Promise.resolve({ cohorts: found, noconsent: [], unknownStart: 0 });
  };
  return { graph: observed({ returns }), counted };
}
const table = (periods: string) => asked('retention', { period: 'day', periods, by: 'cohort', cohort: 'month' });

describe('A table of retention', () => {
  it('that would be too long is refused before it is counted', async () => {
    const { graph, counted } = graphOf(120);
    await expect(answer(graph, table('1000'))).rejects.toThrow('makes 120000 rows, a table has at most 100000');
    expect(counted).toEqual([1]);
  });

  it('that is long is counted once it is known to be short enough', async () => {
    const { graph, counted } = graphOf(12);
    expect((await answer(graph, table('1000'))).rows).toHaveLength(12_000);
    expect(counted).toEqual([1, 1000]);
  });

  it('of a year of weeks is counted at once', async () => {
    const { graph, counted } = graphOf(12);
    await answer(graph, table('52'));
    expect(counted).toEqual([52]);
  });
});
