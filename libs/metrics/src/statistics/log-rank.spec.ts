import * as fc from 'fast-check';
import { lifeTable, type Spells } from './life-table.ts';
import { logRank } from './log-rank.ts';
import { anySpells } from './testing/any-spells.ts';
import { community, delayed, directory, latency, spells } from './testing/known-spells.ts';

/** The test of two groups, written out event time by event time. */
function writtenOut(a: Spells, b: Spells) {
  const at = ({ entry, exit }: Spells, now: number) =>
    exit.filter((end, unit) => end >= now && (entry[unit] === 0 || entry[unit]! < now)).length;
  const events = ({ exit, outcome }: Spells, now: number) => exit.filter((end, unit) => end === now && outcome[unit] === 1).length;
  let [observed, expected, variance] = [0, 0, 0];
  for (const now of new Set([...a.exit, ...b.exit])) {
    const [d, n, na] = [events(a, now) + events(b, now), at(a, now) + at(b, now), at(a, now)];
    if (d === 0) continue;
    observed += events(a, now);
    expected += (d * na) / n;
    if (n > 1) variance += (d * (na / n) * (1 - na / n) * (n - d)) / (n - 1);
  }
  return { expected, chisq: variance > 1e-12 ? (observed - expected) ** 2 / variance : null };
}

describe('The log-rank test', () => {
  it('of the two arms finds 7 and 6 events where 5.120984 and 7.879016 were expected: far from significant', () =>
    expect(logRank([lifeTable(community), lifeTable(directory)])).toEqual({
      chisq: expect.closeTo(1.172266, 6),
      df: 1,
      p: expect.closeTo(0.278936, 6),
      observed: [7, 6],
      expected: [expect.closeTo(5.120984, 6), expect.closeTo(7.879016, 6)],
    }));

  it('of more groups has a degree of freedom less than there are, in whatever order they stand', () => {
    const groups = [community, directory, latency, delayed].map(lifeTable);
    const [there, back] = [logRank(groups), logRank([...groups].reverse())];
    expect([there.df, back.df]).toEqual([3, 3]);
    expect(back.chisq).toBeCloseTo(there.chisq!, 10);
  });

  it('of a group and its likeness finds no difference', () =>
    expect(logRank([lifeTable(latency), lifeTable(latency)])).toMatchObject({ chisq: expect.closeTo(0, 12), p: expect.closeTo(1, 6) }));

  it('leaves out a group that was never at risk beside another', () => {
    const early = lifeTable(spells([1, 1], [0, 0]));
    const [with_, without] = [logRank([early, ...[community, directory].map(lifeTable)]), logRank([community, directory].map(lifeTable))];
    expect([with_.df, with_.chisq]).toEqual([1, expect.closeTo(without.chisq!, 10)]);
  });

  it.each([
    ['nobody had the event', [spells([3, 5], [0, 2]), spells([4, 5], [0, 0])]],
    ['nobody is in one of them', [spells([3, 5], [1, 1]), spells([], [])]],
    ['there is one group only', [latency]],
    ['there is no group', []],
  ])('is undefined when %s', (_, groups) => expect(logRank(groups.map(lifeTable))).toMatchObject({ chisq: null, df: 0, p: null }));

  it('equals the test written out, with ties and late entries', () =>
    fc.assert(
      fc.property(anySpells, anySpells, (a, b) => {
        const { chisq, expected } = writtenOut(a, b);
        const found = logRank([lifeTable(a), lifeTable(b)]);
        expect(found.expected[0]).toBeCloseTo(expected, 9);
        expect(found.chisq ?? -1).toBeCloseTo(chisq ?? -1, 9);
      }),
    ));

  it('expects as many events as there were', () =>
    fc.assert(
      fc.property(fc.array(anySpells, { maxLength: 5 }), (groups) => {
        const { observed, expected, df, chisq } = logRank(groups.map(lifeTable));
        const total = (counts: readonly number[]) => counts.reduce((sum, count) => sum + count, 0);
        expect(total(expected)).toBeCloseTo(total(observed), 9);
        expect(df).toBeLessThanOrEqual(Math.max(0, groups.length - 1));
        expect(chisq ?? 0).toBeGreaterThanOrEqual(0);
      }),
    ));
});
