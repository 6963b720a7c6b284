import type { GraphFact } from '../graph-fact.ts';
import { Journal } from './journal.ts';
import { referralsOf } from './referrals-of.ts';

const referral = { community: 'c-1', practitioner: 'p-dee', sourceKind: 'directory' };

function journalOf(...facts: readonly Readonly<Record<string, unknown>>[]): Journal {
  const journal = new Journal();
  facts.forEach((fact, i) => journal.record({ position: i + 1, at: 0, source: 's', ...fact } as unknown as GraphFact));
  return journal;
}

const made = (id: string, person: string) => ({ type: 'ReferralMade', referral: id, person, ...referral });

describe('The referrals of a person', () => {
  it('are those that were made, each once', () => {
    const journal = journalOf(
      { ...made('r-1', 'p-ben'), type: 'ReferralDrafted' },
      made('r-2', 'p-ben'),
      made('r-3', 'p-cat'),
      made('r-2', 'p-ben'),
    );
    expect(referralsOf(journal, 'p-ben')).toEqual(['r-2']);
    expect(referralsOf(journal, 'p-nobody')).toEqual([]);
  });

  it('are those of all ids that were found to be the same person', () => {
    const merge = { type: 'PersonsMerged', survivor: 'p-ben', merged: 'p-benjamin' };
    const journal = journalOf(made('r-1', 'p-ben'), made('r-2', 'p-benjamin'), merge);
    expect(referralsOf(journal, 'p-ben')).toEqual(['r-1', 'r-2']);
    expect(referralsOf(journal, 'p-benjamin')).toEqual(['r-1', 'r-2']);
    expect(referralsOf(journalOf(made('r-2', 'p-benjamin'), merge, { ...merge, type: 'MergeReversed' }), 'p-ben')).toEqual([]);
  });

  it('are without what was annulled', () => {
    const journal = journalOf(made('r-1', 'p-ben'), made('r-2', 'p-ben'));
    journal.retract(1);
    expect(referralsOf(journal, 'p-ben')).toEqual(['r-2']);
  });
});
