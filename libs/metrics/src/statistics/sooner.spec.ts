import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import type { ClusteredSpells } from './clustered-arm.ts';
import { timeBy } from './curve-times.ts';
import { kaplanMeier } from './kaplan-meier.ts';
import { lifeTable, type Spells } from './life-table.ts';
import { quantile } from './quantile.ts';
import { rmst } from './rmst.ts';
import { sooner } from './sooner.ts';
import { community, delayed, directory, latency, spells } from './testing/known-spells.ts';

const own = (units: Spells): ClusteredSpells => ({ ...units, person: Int32Array.from(units.exit.keys()) });
const of = (units: Spells, person: readonly number[]): ClusteredSpells => ({ ...units, person: Int32Array.from(person) });

/** The bootstrap written out: each sample's spells are gathered, one copy a time a person was drawn, and estimated anew. */
function writtenOut(a: ClusteredSpells, b: ClusteredSpells, statistic: (units: Spells) => number, draws: number): number[] {
  const generator = xoroshiro128plus(20260101);
  const sample = ({ person, entry, exit, outcome }: ClusteredSpells): Spells => {
    const persons = [...new Set(person)].sort((one, other) => one - other);
    const units = persons.flatMap(() => {
      const drawn = persons[uniformInt(generator, 0, persons.length - 1)];
      return [...person.keys()].filter((unit) => person[unit] === drawn);
    });
    return spells(
      units.map((unit) => exit[unit]!),
      units.map((unit) => outcome[unit]!),
      units.map((unit) => entry[unit]!),
    );
  };
  const shares = Array.from({ length: draws }, () => {
    const [sampleA, sampleB] = [sample(a), sample(b)];
    return 1 - statistic(sampleA) / statistic(sampleB);
  });
  return shares.filter((share) => !Number.isNaN(share));
}

const medianOf = (units: Spells): number => timeBy(kaplanMeier(lifeTable(units)), 0.5) ?? Infinity;
const finite = (share: number | null) => (Number.isFinite(share) ? share : null);

describe('How much sooner one arm is', () => {
  it('is 42 % for the two arms, with an interval that says how little that means', () => {
    const { value, lower, upper, draws, seed, basis } = sooner(own(community), own(directory), { tau: 30 });
    expect([value, seed, basis]).toEqual([expect.closeTo(1 - 11 / 19, 12), 20260101, 'median']);
    const shares = writtenOut(own(community), own(directory), medianOf, 2000);
    expect([draws, lower, upper]).toEqual([shares.length, finite(quantile(shares, 0.025)), finite(quantile(shares, 0.975))]);
  });

  it('draws persons, with all their spells, in order of their ids', () => {
    const a = of(latency, [5, 5, 9, 2, 2, 2, 7, 0, 0, 5, 9, 30, 30, 12, 12]);
    const b = of(delayed, [1, 0, 1, 2, 2, 2, 3, 3, 4, 4, 4, 4, 5, 6, 6]);
    const { lower, upper, draws } = sooner(a, b, { tau: 30, draws: 400 });
    const shares = writtenOut(a, b, medianOf, 400);
    expect([draws, lower, upper]).toEqual([shares.length, finite(quantile(shares, 0.025)), finite(quantile(shares, 0.975))]);
  });

  it('falls back to the restricted mean when a median is not reached', () => {
    const [a, b] = [own(spells([3, 8, 30, 30, 31], [1, 1, 0, 2, 0])), own(directory)];
    const meanOf = (units: Spells): number => rmst(kaplanMeier(lifeTable(units)), 30)?.value ?? NaN;
    const { value, lower, upper, draws, basis } = sooner(a, b, { tau: 30, draws: 400 });
    const shares = writtenOut(a, b, meanOf, 400);
    expect([basis, value]).toEqual(['rmst', expect.closeTo(1 - meanOf(a) / meanOf(b), 12)]);
    expect(draws).toBe(shares.length);
    expect([lower, upper]).toEqual([expect.closeTo(quantile(shares, 0.025)!, 12), expect.closeTo(quantile(shares, 0.975)!, 12)]);
  });

  it('can be asked with other draws and another seed, and answers the same when asked twice', () => {
    const ask = () => sooner(own(community), own(directory), { tau: 30, draws: 50, seed: 7 });
    expect(ask()).toEqual(ask());
    expect([ask().seed, ask().draws <= 50]).toEqual([7, true]);
  });

  it('drops the draws in which neither median is reached, and has no limit where A’s alone is not', () => {
    const rarely = own(spells([1, 2, 9, 9], [1, 1, 0, 0]));
    const { value, lower, upper, draws } = sooner(rarely, rarely, { tau: 9 });
    expect([value, lower, upper]).toEqual([0, null, 1]);
    expect(draws).toBeGreaterThan(1000);
    expect(draws).toBeLessThan(2000);
  });

  it('is unknown of nobody', () =>
    expect(sooner(own(spells([], [])), own(directory), { tau: 30 })).toMatchObject({ value: null, lower: null, upper: null, draws: 0 }));
  it('is unknown when both medians are 0', () => {
    const atOnce = own(spells([0, 0, 0], [1, 1, 1]));
    expect(sooner(atOnce, atOnce, { tau: 30 })).toMatchObject({ value: null, draws: 0 });
  });
  it('refuses spells of which it is not said whose they are', () =>
    expect(() => sooner({ ...community, person: new Int32Array() }, own(directory), { tau: 30 })).toThrow(/10 spells and 0 persons/));
});
