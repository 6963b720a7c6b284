import { attributionOf } from './attribution.ts';
import { answered, introduced, joined, merged } from './testing/facts.ts';
import { type Draft, happened, on } from './testing/happened.ts';

/** Who introduced ana, as of day 50 or another; null for a root. */
function introducerOfAna(facts: readonly Draft[], at = on(50)): string | null {
  const derived = happened(...facts);
  const { persons } = derived.journal.tables;
  const attribution = attributionOf(derived);
  const row = attribution.of(derived.identity.of[persons.find('ana')]!, at);
  return row < 0 ? null : persons.text(attribution.introducerOf(row));
}
const reassigned = (introducer: string, at: number): Draft => ({ type: 'IntroducerReassigned', at, person: 'ana', introducer });

describe('The introducer of a person', () => {
  //  bea introduces ana on day 1, cyd on day 2; cyd's is accepted first
  const two = [introduced('i1', 'bea', 'ana', on(1)), introduced('i2', 'cyd', 'ana', on(2))];
  const both = [...two, answered('i2', 'Accepted', on(3)), answered('i1', 'Accepted', on(4))];

  it('is whom the introduction names that they joined by', () =>
    expect(introducerOfAna([...both, joined('ana', on(5), { introduction: 'i1' })])).toBe('bea'));

  it('is else the first whose introduction was accepted, not after they joined', () => {
    expect(introducerOfAna([...both, joined('ana', on(5))])).toBe('cyd');
    expect(introducerOfAna([...both, joined('ana', on(3))])).toBe('cyd');
    expect(introducerOfAna([...both, joined('ana', on(3) - 1)])).toBeNull();
    expect(introducerOfAna(both)).toBe('cyd');
    expect(introducerOfAna(two)).toBeNull();
  });

  it('is, of two accepted at once, the one that was recorded first', () => {
    const once = [...two, answered('i1', 'Accepted', on(3)), answered('i2', 'Accepted', on(3))];
    expect(introducerOfAna(once)).toBe('bea');
  });

  it('is not one whose introduction was declined, is unknown, or not made yet', () => {
    expect(introducerOfAna([...both, answered('i2', 'Declined', on(6))])).toBe('bea');
    expect(introducerOfAna([...both, answered('i2', 'Declined', on(6))], on(5))).toBe('cyd');
    expect(introducerOfAna([...both, joined('ana', on(5), { introduction: 'i9' })])).toBe('cyd');
    expect(introducerOfAna(both, on(3) - 1)).toBeNull();
  });

  it('is from its time on whom a reassignment names, also for a root', () => {
    const moved = [...both, reassigned('dov', on(20)), reassigned('eve', on(30))];
    expect([10, 20, 30].map((day) => introducerOfAna(moved, on(day)))).toEqual(['cyd', 'dov', 'eve']);
    expect(introducerOfAna([joined('ana', on(5)), reassigned('dov', on(20))])).toBe('dov');
  });

  it('is never the person under another of their ids', () => expect(introducerOfAna([...both, merged('ana', 'cyd', on(9))])).toBe('bea'));
});
