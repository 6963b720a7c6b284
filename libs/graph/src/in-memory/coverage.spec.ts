import { purposeMask } from '@kithline/touchpoints';
import { type Draft, on } from '../testing/drafts.ts';
import { granted, joined, withdrawn } from '../testing/facts.ts';
import { Coverage } from './coverage.ts';
import { happened } from './testing/happened.ts';

/** What covers ana over time, after these facts. */
function coverage(...facts: readonly Draft[]): Coverage {
  const derived = happened(joined('ana', on(0)), ...facts);
  const { persons, communities } = derived.journal.tables;
  const cover = new Coverage(derived, purposeMask(['outcome_stats']));
  cover.load(persons.find('ana'), communities.find('north'), Infinity);
  return cover;
}
const grant = (day: number): Draft => granted('ana', on(day));
const withdraw = (day: number): Draft => withdrawn('ana', on(day));

describe('A gap in a person’s consent', () => {
  it('leaves a window beyond the end of the calendars only when no grant has ended it', () => {
    expect(coverage(grant(1), withdraw(3)).hasGap(Infinity, Infinity)).toBe(true);
    expect(coverage(grant(1), withdraw(3), grant(6)).hasGap(Infinity, Infinity)).toBe(false);
  });

  it('is one from the first of several withdrawals to the next grant', () =>
    expect(coverage(grant(1), withdraw(3), withdraw(5), grant(7)).hasGap(on(5), on(5))).toBe(true));

  it('lies between a withdrawal and the next grant, and only windows that overlap it feel it', () => {
    const cover = coverage(grant(1), withdraw(4), grant(6));
    const gaps = [cover.hasGap(on(1), on(4)), cover.hasGap(on(1), on(5)), cover.hasGap(on(5), on(9)), cover.hasGap(on(6), on(9))];
    expect(gaps).toEqual([false, true, true, false]);
    expect([cover.firstGap(on(1)), cover.firstGap(on(5))]).toEqual([on(4), Infinity]);
  });
});
